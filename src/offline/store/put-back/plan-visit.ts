import type { BookingRow, OfferedWindow } from '../../../contract/booking-row';
import type { BookingRequest, Preferences } from '../../../domain/booking/booking';
import { MAX_PREFERENCES } from '../../../domain/booking/booking';
import type { FollowerId } from '../../../domain/booking/follower';
import type { RequestChange } from '../../../domain/booking/request-change';
import { isOver } from '../../../domain/booking/state';
import type { PhotoDigest } from '../../../domain/photo/photo';
import type { VisitRow } from '../engine/rows';
import type { VisitPersonal } from '../visit/visit';
import type { PutBackNote } from './visit-put-back';

/** What this phone sends again of one visit, in this order, and what is said about it. */
export type VisitPlan = {
  /** The server lacks the visit: it is asked for again. */
  readonly request?: BookingRequest | undefined;
  /** The server lacks the last change that was made here. */
  readonly change?: { readonly revision: number; readonly request: RequestChange } | undefined;
  readonly choice?: OfferedWindow | undefined;
  readonly cancelReason?: string | undefined;
  readonly isErasing?: true | undefined;
  /** The link that this phone shows may be newer than the server's. */
  readonly isRenewingLink?: true | undefined;
  readonly withdrawn?: readonly FollowerId[] | undefined;
  readonly removedPhotos?: readonly PhotoDigest[] | undefined;
  readonly notes: readonly PutBackNote[];
};

export type PlannedVisit = Pick<
  VisitRow,
  | 'services'
  | 'area'
  | 'preferences'
  | 'answers'
  | 'prepared'
  | 'withdrawing'
  | 'isUnconfirmed'
  | 'before'
  | 'changedRevision'
> & {
  /** The server's row of its present generation; absent where it lacks the visit. */
  readonly row?: BookingRow | undefined;
  readonly personal?: VisitPersonal | undefined;
};

/** Decides what becomes of the phone's own visit. `isAhead` tells of a date whether it can still be asked for. */
export function planVisit(visit: PlannedVisit, isAhead: (window: OfferedWindow) => boolean): VisitPlan {
  return visit.row === undefined ? planLost(visit, isAhead) : planBehind(visit, visit.row, isAhead);
}

function planLost(visit: PlannedVisit, isAhead: (window: OfferedWindow) => boolean): VisitPlan {
  const { before, personal } = visit;
  if (before !== undefined && isOver(before.state)) {
    return { notes: before.state === 'closed' ? ['records'] : [] };
  }
  const wished = before?.scheduled;
  const date = wished !== undefined && isAhead(wished) ? wished : undefined;
  const request = personal && requestOf(visit, personal, date);
  if (request === undefined) return { notes: ['not-asked'] };
  return {
    request,
    // Preferences name the date already, and anything else would be given if it is full.
    choice: request.preferences === 'any' ? date : undefined,
    notes: [
      'asked-again',
      ...(date === undefined ? [] : (['date-again'] as const)),
      ...(wished !== undefined && date === undefined ? (['date'] as const) : []),
      ...(personal?.nik === undefined ? [] : (['nik'] as const)),
      ...((before?.followers ?? []).length === 0 ? [] : (['followers'] as const)),
    ],
  };
}

function planBehind(
  visit: PlannedVisit,
  row: BookingRow,
  isAhead: (window: OfferedWindow) => boolean,
): VisitPlan {
  const { before, personal } = visit;
  if (before === undefined || row.role !== 'requester') return { notes: [] };
  const isOpen = !isOver(row.state);
  // What this phone was told later than this came from a life of the database that is gone.
  const isBehind = row.revision < before.revision;
  const isOwnCancel = before.state === 'cancelled' && before.cancelled?.by === 'requester';
  const cancelReason = isOwnCancel && isOpen ? (before.cancelled?.reason ?? '') : undefined;
  const isErasing = before.erasedAt !== undefined && row.erasedAt === undefined;
  const canErase = isErasing && (!isOpen || cancelReason !== undefined);
  const wished = isBehind && isOpen && !isOver(before.state) ? before.scheduled : undefined;
  const isDateOther =
    wished !== undefined &&
    (row.state === 'waiting' || row.state === 'scheduled') &&
    (wished.date !== row.scheduled?.date || wished.window !== row.scheduled.window);
  const choice = isDateOther && isAhead(wished) ? wished : undefined;
  const present = new Set((row.followers ?? []).map(({ id }) => id));
  const withdrawing = new Set(visit.withdrawing ?? []);
  const hasFewerFollowers = (before.followers ?? []).some(
    ({ id }) => !present.has(id) && !withdrawing.has(id),
  );
  const change = isOpen && (visit.changedRevision ?? 0) > row.revision ? changeOf(visit, before) : undefined;
  const notes: PutBackNote[] = [
    ...(change === undefined ? [] : (['change-again'] as const)),
    ...(cancelReason === undefined ? [] : (['cancel-again'] as const)),
    ...(canErase ? (['erase-again'] as const) : []),
    ...(isBehind && isOpen && before.cancelled?.by === 'desk' ? (['desk-cancel'] as const) : []),
    ...(isBehind && isOpen && before.state === 'closed' ? (['records'] as const) : []),
    ...(choice === undefined ? [] : (['date-again'] as const)),
    ...(isDateOther && choice === undefined ? (['date'] as const) : []),
    ...(hasFewerFollowers ? (['followers'] as const) : []),
  ];
  return {
    change: change && { revision: row.revision, request: change },
    choice,
    cancelReason,
    isErasing: canErase ? true : undefined,
    isRenewingLink: isOpen && personal?.followToken !== undefined ? true : undefined,
    withdrawn: [...present].filter((id) => withdrawing.has(id)),
    removedPhotos: removedFrom(before, row),
    notes: isBehind && notes.length === 0 ? ['desk'] : notes,
  };
}

/** Photos that were taken away since the backup and are there again. */
function removedFrom(before: BookingRow, row: BookingRow): readonly PhotoDigest[] {
  const known = new Set((before.photos ?? []).map(({ photo }) => photo));
  return (row.photos ?? []).flatMap(({ photo }) => (known.has(photo) ? [] : [photo]));
}

/** Builds the request again of what this phone keeps of its visit; the NIK is no longer here. */
function requestOf(
  visit: PlannedVisit,
  personal: VisitPersonal,
  date: OfferedWindow | undefined,
): BookingRequest | undefined {
  const { recipientIs, channel } = personal;
  // An earlier app version did not keep these.
  if (recipientIs === undefined || channel === undefined) return undefined;
  const { services, area, answers, prepared, before } = visit;
  const { needs = [], needsNote = '', point } = personal;
  return {
    recipientIs,
    recipient: { name: personal.recipientName, birthYear: personal.birthYear },
    needs,
    ...(needsNote === '' ? {} : { needsNote }),
    services,
    ...(before?.packageId === undefined ? {} : { packageId: before.packageId }),
    answers,
    prepared,
    place: {
      area,
      street: personal.street,
      rt: personal.rt,
      rw: personal.rw,
      landmark: personal.landmark,
      ...(point === undefined ? {} : { point }),
    },
    preferences: withDate(visit.preferences, date),
    contact: { name: personal.contactName, phone: personal.contactPhone, channel },
  };
}

/** Builds the change again: what the row says of the request, as it was before the server was put back. */
function changeOf(visit: PlannedVisit, before: BookingRow): RequestChange | undefined {
  const { services, area, preferences } = before;
  const { personal } = visit;
  const request = personal && requestOf({ ...visit, services, area, preferences }, personal, undefined);
  if (request === undefined) return undefined;
  const { recipientIs: _, recipient: __, ...change } = request;
  return change;
}

/** Asks first for the date that the visit had. */
function withDate(preferences: Preferences, date: OfferedWindow | undefined): Preferences {
  if (preferences === 'any' || date === undefined) return preferences;
  const others = preferences.filter((choice) => choice.date !== date.date || choice.window !== date.window);
  return [{ date: date.date, window: date.window }, ...others].slice(0, MAX_PREFERENCES);
}
