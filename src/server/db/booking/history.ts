import type { HistoryLine } from '../../../contract/staff/run-sheet';
import type { BookingId } from '../../../domain/booking/booking';
import type { PartChange } from '../../../domain/booking/request-change';
import type { ServerContext } from '../engine/context';
import { unseal } from '../secret/seal';

export type History = { readonly history: HistoryLine[]; readonly notes: HistoryLine[] };

const NOTHING: History = { history: [], notes: [] };

/**
 * Reads everything that happened to these bookings, oldest first, with notes apart. `by` is a name, or the
 * actor if it was not staff.
 */
export async function readHistory(
  context: ServerContext,
  ids: readonly BookingId[],
): Promise<(id: BookingId) => History> {
  const { db, city } = context;
  if (ids.length === 0) return () => NOTHING;
  const events = await db
    .selectFrom('events as e')
    .leftJoin('staff as m', (join) => join.onRef('m.city', '=', 'e.city').onRef('m.id', '=', 'e.staff_id'))
    .select(['e.booking_id', 'e.change_number', 'e.at', 'e.actor', 'e.action', 'e.note', 'm.name'])
    .where('e.city', '=', city.code)
    .where('e.booking_id', 'in', ids)
    .orderBy('e.change_number')
    .execute();
  const byId = new Map<BookingId, History>(ids.map((id) => [id, { history: [], notes: [] }]));
  for (const { booking_id, change_number, at, actor, action, note, name } of events) {
    const text =
      note === null ? undefined : String(unseal(context, `${booking_id}/event/${change_number}`, note));
    const isChange = action === 'change-request';
    const words = isChange ? undefined : text;
    const parts = isChange && text !== undefined ? partsOf(text) : undefined;
    const line: HistoryLine = {
      at: new Date(at).toISOString(),
      by: name ?? actor,
      action,
      ...(words === undefined ? {} : { note: words }),
      ...(parts === undefined ? {} : { parts }),
    };
    const lines = byId.get(booking_id);
    if (action === 'note') lines?.notes.push(line);
    else lines?.history.push(line);
  }
  return (id) => byId.get(id) ?? NOTHING;
}

/** Writes what a change made of what as the words of its event. */
export function wordsOfParts(parts: readonly PartChange[]): string {
  return JSON.stringify(parts);
}

function partsOf(words: string): HistoryLine['parts'] {
  // The cast is safe: only wordsOfParts writes the words of such an event.
  return JSON.parse(words) as HistoryLine['parts'];
}
