import * as v from 'valibot';
import type { Cursor } from '../../../contract/scalars';
import { type OpenCallbacks, openCallbacks } from '../../../contract/staff/callbacks';
import type { DeskCommand } from '../../../contract/staff/commands';
import {
  type BookingAnswer,
  bookingAnswer,
  changed,
  type DayPlan,
  type DeskSlots,
  dayPlan,
  deskSlots,
  type QueuePage,
  type QueueQuery,
  queuePage,
} from '../../../contract/staff/desk';
import { type RunOrder, runOrder } from '../../../contract/staff/run-order';
import { type StaffCommandResult, staffCommandResult } from '../../../contract/staff/run-sheet';
import type { LocalDate } from '../../../domain/calendar/local-date';
import type { UnitNeeds } from '../../../domain/calendar/unit-needs';
import { callApi } from '../shell/api/api';

const LONG_POLL_MS = 40_000;

const results = v.object({ results: v.array(staffCommandResult) });

/** Reads the plan of the days from `from` on. Rejects with an `ApiFailure`, like every function here. */
export function readDayPlan(from: LocalDate, days: number): Promise<DayPlan> {
  return callApi('GET', `/api/staff/day-plan?${queryOf({ from, days: String(days) })}`, dayPlan);
}

/** Reads the open callbacks; the server writes each reading in the audit. */
export function readCallbacks(): Promise<OpenCallbacks> {
  return callApi('GET', '/api/staff/callbacks', openCallbacks);
}

export function readQueue(query: QueueQuery): Promise<QueuePage> {
  return callApi('GET', `/api/staff/bookings?${queryOf(query)}`, queuePage);
}

export function readBookingFile(id: string): Promise<BookingAnswer> {
  return callApi('GET', `/api/staff/bookings/${id}`, bookingAnswer);
}

/** Reads a unit's visits of a day in its crew's order; the server writes each reading in the audit. */
export function readRunOrder(unit: string, day: string): Promise<RunOrder> {
  return callApi('GET', `/api/staff/run-order?${queryOf({ unit, day })}`, runOrder);
}

/**
 * Reads the slots with room for a visit of `minutes`, including the share kept for the desk, for units that
 * can make it.
 */
export function readSlots(
  area: string,
  minutes: number,
  { equipment, programmes }: UnitNeeds,
): Promise<DeskSlots> {
  const query = {
    area,
    minutes: String(minutes),
    ...(equipment.length > 0 ? { needs: equipment.join(',') } : {}),
    ...(programmes.length > 0 ? { programmes: programmes.join(',') } : {}),
  };
  return callApi('GET', `/api/staff/slots?${queryOf(query)}`, deskSlots);
}

/** Sends one decision and returns the server's result. */
export async function sendCommand(command: DeskCommand): Promise<StaffCommandResult> {
  const answer = await callApi('POST', '/api/staff/commands', results, { body: { commands: [command] } });
  const [result] = answer.results;
  if (result === undefined) throw new Error('The server returned no result');
  return result;
}

/**
 * Waits until something in the city changes after `since`; returns the newest cursor after 25 s at the
 * latest.
 */
export async function waitForChange(since: Cursor, signal: AbortSignal): Promise<Cursor> {
  const path = `/api/staff/changed?since=${since}`;
  const { cursor } = await callApi('GET', path, changed, { signal, timeoutMs: LONG_POLL_MS });
  return cursor;
}

function queryOf(query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
  return new URLSearchParams(given).toString();
}
