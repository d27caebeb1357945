import { hoursOn } from '../calendar/hours-on';
import {
  addDays,
  instantOf,
  type LocalTime,
  localDateAt,
  localTimeAt,
  minuteOfDay,
} from '../calendar/local-date';
import type { WindowChoice, WindowRule } from '../calendar/window';
import type { CitySettings } from '../city/city';
import { type ResidentResult, refuse } from '../result';

/**
 * The life of a booking. The phone calls `judgeTransition` to show or hide an action, and the server calls it
 * to judge the action.
 *
 * ```
 *                 submit: room found
 *   (request) ────────────────────────► scheduled ──depart──► departed ──arrive──► arrived
 *       │                              ▲  │  │  ▲                │                    │
 *       │ submit: no room      promote │  │  │  └─choose-window──┤                    │ close
 *       ▼                choose-window │  │  └───────────────────┼──────────┐         ▼
 *    waiting ──────────────────────────┘  │ cancel     return    │          ▼       closed
 *       │  ▲                              ▼                      │      cancelled
 *       │  └───────── return ─────────────┼──────────────────────┘          ▲
 *       └─────────────── cancel ──────────┴─────────────────────────────────┘
 * ```
 *
 * Crews forget to press, so `arrive` and `close` are allowed from `scheduled` on, and `return` from `arrived`
 * too. `change-request` leaves a booking where it is; one that waits gets a date where its new wishes find
 * room. `keep-record` belongs to the desk: the record of what a crew did at a home closes the booking,
 * whatever has happened to the booking meanwhile. `erase` removes the personal data from a booking that is
 * over: at the requester's own wish, or by the server once the retention period has passed.
 */
export const BOOKING_STATES = ['waiting', 'scheduled', 'departed', 'arrived', 'closed', 'cancelled'] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** Whether a booking in this state is over. */
export function isOver(state: BookingState): boolean {
  return state === 'closed' || state === 'cancelled';
}

export const BOOKING_ACTIONS = [
  'cancel',
  'choose-window',
  'change-request',
  'promote',
  'depart',
  'arrive',
  'close',
  'return',
  'keep-record',
  'erase',
] as const;
export type BookingAction = (typeof BOOKING_ACTIONS)[number];

/** Who acts: the requester, a follower, the crew, the desk, or the server itself (`system`). */
export type Actor = 'requester' | 'follower' | 'crew' | 'desk' | 'system';

type Rule = { readonly to: BookingState; readonly by: readonly Actor[] };

const MIDNIGHT = '00:00' as LocalTime;

const KEEP_RECORD: Rule = { to: 'closed', by: ['desk'] };

const RULES: Readonly<Record<BookingState, Partial<Record<BookingAction, Rule>>>> = {
  waiting: {
    cancel: { to: 'cancelled', by: ['requester', 'desk'] },
    'choose-window': { to: 'scheduled', by: ['requester', 'desk'] },
    'change-request': { to: 'waiting', by: ['requester', 'desk'] },
    promote: { to: 'scheduled', by: ['system', 'desk'] },
    'keep-record': KEEP_RECORD,
  },
  scheduled: {
    cancel: { to: 'cancelled', by: ['requester', 'desk'] },
    'choose-window': { to: 'scheduled', by: ['requester', 'desk'] },
    'change-request': { to: 'scheduled', by: ['requester', 'desk'] },
    return: { to: 'waiting', by: ['crew', 'desk'] },
    depart: { to: 'departed', by: ['crew'] },
    arrive: { to: 'arrived', by: ['crew'] },
    close: { to: 'closed', by: ['crew'] },
    'keep-record': KEEP_RECORD,
  },
  departed: {
    arrive: { to: 'arrived', by: ['crew'] },
    close: { to: 'closed', by: ['crew'] },
    return: { to: 'waiting', by: ['crew', 'desk'] },
    'choose-window': { to: 'scheduled', by: ['desk'] },
    cancel: { to: 'cancelled', by: ['desk'] },
    'keep-record': KEEP_RECORD,
  },
  arrived: {
    close: { to: 'closed', by: ['crew'] },
    return: { to: 'waiting', by: ['crew', 'desk'] },
    'keep-record': KEEP_RECORD,
  },
  closed: { 'keep-record': KEEP_RECORD, erase: { to: 'closed', by: ['requester', 'system'] } },
  cancelled: { 'keep-record': KEEP_RECORD, erase: { to: 'cancelled', by: ['requester', 'system'] } },
};

export type TransitionInput = {
  readonly state: BookingState;
  readonly scheduled?: WindowChoice | undefined;
  readonly action: BookingAction;
  readonly actor: Actor;
  readonly nowMs: number;
  readonly settings: CitySettings;
};

/** Judges one transition of a booking: returns the state it leads to, or the problem that forbids it. */
export function judgeTransition(input: TransitionInput): ResidentResult<{ readonly state: BookingState }> {
  const rule = RULES[input.state][input.action];
  if (rule === undefined) return refuse('booking-state-forbids');
  if (!rule.by.includes(input.actor)) return refuse('booking-not-yours');
  if (input.actor === 'requester' && isTooLate(input)) return refuse('booking-too-late');
  return { ok: true, state: rule.to };
}

/**
 * A resident may cancel until the window begins, and may choose another window or change what was asked
 * until the closing time of the day before (`settings.closesAt`), when the crews' run sheets are made.
 */
function isTooLate({ state, scheduled, action, nowMs, settings }: TransitionInput): boolean {
  if (state !== 'scheduled' || scheduled === undefined) return false;
  if (action === 'cancel') return nowMs >= windowStart(scheduled, settings);
  if (action === 'choose-window' || action === 'change-request')
    return nowMs >= changeDeadline(scheduled, settings);
  return false;
}

function windowStart(scheduled: WindowChoice, settings: CitySettings): number {
  const rule: WindowRule | undefined = settings.windows.find((window) => window.id === scheduled.window);
  // If the settings no longer have the window, it counts as starting at the end of its day, in the resident's
  // favour.
  if (rule === undefined) return instantOf(addDays(scheduled.date, 1), MIDNIGHT, settings.utcOffsetMinutes);
  return instantOf(scheduled.date, hoursOn(rule, scheduled.date).start, settings.utcOffsetMinutes);
}

/**
 * Returns the last instant (Unix milliseconds, exclusive) at which the resident may choose another window or
 * change the request.
 */
export function changeDeadline(scheduled: WindowChoice, settings: CitySettings): number {
  return instantOf(addDays(scheduled.date, -1), settings.closesAt, settings.utcOffsetMinutes);
}

/**
 * Returns the first day a resident may ask for at `nowMs`: the lead days, plus one more after the day's
 * closing time.
 */
export function firstBookableDate(nowMs: number, settings: CitySettings) {
  const today = localDateAt(nowMs, settings.utcOffsetMinutes);
  const isClosed =
    minuteOfDay(localTimeAt(nowMs, settings.utcOffsetMinutes)) >= minuteOfDay(settings.closesAt);
  return addDays(today, settings.leadDays + (isClosed ? 1 : 0));
}
