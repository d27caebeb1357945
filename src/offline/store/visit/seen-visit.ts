import type { BookingRow, OfferedWindow } from '../../../contract/booking-row';
import type { Visit, VisitChanges } from './visit';

/** What the screen last showed of a visit, in short: nothing that the desk or the crew wrote. */
export type SeenVisit = {
  readonly state: BookingRow['state'];
  readonly scheduled?: OfferedWindow | undefined;
  readonly isAccepted?: boolean;
  readonly askedAt?: string | undefined;
  readonly deskChangedAt?: string | undefined;
  /** Each service with its outcome, and whether a next visit is wanted. */
  readonly results?: string;
};

export function seenOf(row: BookingRow, deskChangedAt: string | undefined): SeenVisit {
  const { state, scheduled, acceptedAt, question } = row;
  return {
    state,
    scheduled,
    isAccepted: acceptedAt !== undefined,
    askedAt: question?.askedAt,
    deskChangedAt,
    results: resultsOf(row),
  };
}

/** Returns what has changed since the last look; `undefined` when nothing has. */
export function changesOf(
  { row, deskChangedAt }: Pick<Visit, 'row' | 'deskChangedAt'>,
  seen: SeenVisit | undefined,
): VisitChanges | undefined {
  // A visit that nobody has looked at yet is new, not changed.
  if (row === undefined || seen === undefined) return undefined;
  const { state, scheduled, acceptedAt, question } = row;
  const isDateNew = scheduled?.date !== seen.scheduled?.date || scheduled?.window !== seen.scheduled?.window;
  const results = resultsOf(row);
  const changes: VisitChanges = {
    ...(state === seen.state ? {} : { state }),
    ...(isDateNew && scheduled !== undefined ? { scheduled } : {}),
    ...(acceptedAt !== undefined && seen.isAccepted !== true ? { isAccepted: true } : {}),
    ...(question !== undefined && question.askedAt !== seen.askedAt ? { isAsked: true } : {}),
    ...(deskChangedAt !== undefined && deskChangedAt !== seen.deskChangedAt ? { isChanged: true } : {}),
    ...(results !== '' && results !== (seen.results ?? '') ? { hasResults: true } : {}),
  };
  return isDateNew || Object.keys(changes).length > 0 ? changes : undefined;
}

function resultsOf({ visit }: BookingRow): string {
  if (visit === undefined || visit.outcomes.length === 0) return '';
  const each = visit.outcomes.map(({ service, outcome }) => `${service}:${outcome}`);
  return [...each, visit.nextVisit ?? ''].join(' ');
}
