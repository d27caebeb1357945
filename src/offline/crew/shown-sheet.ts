import type { StaffProblemDetails } from '../../contract/problem';
import type { RecordConflict, SheetVisit } from '../../contract/staff/run-sheet';
import type { BookingId } from '../../domain/booking/booking';
import { isOver } from '../../domain/booking/state';
import type { LocalDate } from '../../domain/calendar/local-date';
import { ownNumber } from '../../domain/people/phone';
import type { ChangedRow, KeptCommand, OrderRow, Sheet } from './crew-rows';

/** A command that waits on this phone. */
export type PendingCommand = KeptCommand & {
  /** The command has not left this phone, and no later command of its visit waits behind it. */
  readonly canUndo: boolean;
  /** End of its undo minute, Unix milliseconds. */
  readonly notBeforeMs: number;
};

export type RefusedCommand = KeptCommand & { readonly problem: StaffProblemDetails; readonly atMs: number };

/** A visit as the crew sees it: the server's, with the commands that wait on this phone applied. */
export type ShownVisit = SheetVisit & {
  /** In the order in which they were made; empty once the server has them all. */
  readonly pending: readonly PendingCommand[];
  /** Returned to the desk on this phone, which the server does not know yet. */
  readonly isReturned: boolean;
  /** What was asked has changed, and the crew has not read that yet. */
  readonly isChanged: boolean;
  readonly refused: readonly RefusedCommand[];
  readonly conflicts: readonly RecordConflict[];
};

export type ShownSheet = {
  readonly unit: Sheet['unit'];
  readonly days: readonly {
    readonly date: LocalDate;
    readonly visits: readonly ShownVisit[];
    /** The desk has changed the order, and the crew has not read that yet. */
    readonly isNewlyOrdered: boolean;
  }[];
  /** Belongs to visits that are no longer on the sheet; shown nevertheless until it is settled. */
  readonly unlisted: {
    readonly pending: readonly PendingCommand[];
    readonly refused: readonly RefusedCommand[];
    readonly conflicts: readonly RecordConflict[];
  };
  /** How many visits this app is too old to read. */
  readonly unread: number;
  /** When the server last answered, Unix milliseconds of the phone's clock. */
  readonly atMs: number;
};

type Parts = {
  readonly sheet: Sheet;
  readonly atMs: number;
  readonly pending: readonly PendingCommand[];
  readonly refused: readonly RefusedCommand[];
  readonly order: Pick<OrderRow, 'days' | 'desk'>;
  readonly changed: Pick<ChangedRow, 'visits'>;
};

/** Combines what the server gave, what waits, what was refused, and the order chosen on this phone. */
export function showSheet({ sheet, atMs, pending, refused, order, changed }: Parts): ShownSheet {
  const visits = sheet.visits.map((visit) => ({
    ...layOver(
      withOwnNumber(visit),
      pending.filter((kept) => kept.command.bookingId === visit.id),
    ),
    isChanged: changed.visits[visit.id]?.isNews === true,
    refused: refused.filter((kept) => kept.command.bookingId === visit.id),
    conflicts: sheet.conflicts.filter(({ bookingId }) => bookingId === visit.id),
  }));
  const here = new Set<BookingId>(visits.map(({ id }) => id));
  return {
    unit: sheet.unit,
    unread: sheet.unread ?? 0,
    atMs,
    days: sheet.days.map((date) => ({
      date,
      visits: inOrder(
        visits.filter((visit) => visit.scheduled.date === date),
        order.days[date] ?? [],
      ),
      isNewlyOrdered: order.desk?.[date]?.isNews === true,
    })),
    unlisted: {
      pending: pending.filter(({ command }) => !here.has(command.bookingId)),
      refused: refused.filter(({ command }) => !here.has(command.bookingId)),
      conflicts: sheet.conflicts.filter(({ bookingId }) => !here.has(bookingId)),
    },
  };
}

/** The contact is reached by their own number, wherever they are. */
function withOwnNumber(visit: SheetVisit): SheetVisit {
  const { contact } = visit.request;
  return { ...visit, request: { ...visit.request, contact: { ...contact, phone: ownNumber(contact) } } };
}

/** A booking that is over on the server stays over: the desk judges what was done nevertheless. */
function layOver(visit: SheetVisit, pending: readonly PendingCommand[]) {
  const laid = isOver(visit.state) ? visit : pending.reduce(withCommand, visit);
  return { ...laid, pending, isReturned: pending.some(({ command }) => command.name === 'return-visit') };
}

function withCommand(visit: SheetVisit, { command }: PendingCommand): SheetVisit {
  const before = visit.visit ?? { outcomes: [], lacking: [] };
  const at = command.madeAt;
  switch (command.name) {
    case 'start-travel':
      return { ...visit, state: 'departed', visit: { ...before, departedAt: at } };
    case 'arrive-at-home':
      return { ...visit, state: 'arrived', visit: { ...before, arrivedAt: at } };
    case 'record-visit': {
      const { outcomes, lacking, nextVisit } = command;
      return { ...visit, state: 'closed', visit: { ...before, closedAt: at, outcomes, lacking, nextVisit } };
    }
    case 'add-note':
      return { ...visit, notes: [...visit.notes, { at, by: '', action: 'note', note: command.text }] };
    case 'return-visit':
    case 'add-visit-photo':
      return visit;
  }
}

/**
 * Follows this phone's order; a visit that came later stands behind the visit that the desk put before it.
 */
function inOrder(visits: readonly ShownVisit[], own: readonly BookingId[]): readonly ShownVisit[] {
  const byPlan = [...visits].sort((a, b) => a.position - b.position);
  const ordered = own.flatMap((id) => byPlan.filter((visit) => visit.id === id));
  for (const [index, visit] of byPlan.entries()) {
    if (own.includes(visit.id)) continue;
    const before = byPlan[index - 1];
    ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, visit);
  }
  return ordered;
}
