import { type RawBuilder, sql } from 'kysely';

/** Instants in Unix milliseconds, `to` not included. */
export type Period = { readonly from: number; readonly to: number };

/** Bookings of the period that a crew went to and wrote a record of, whatever it says ("tidak di rumah" too). */
export function visitsOf(city: string, { from, to }: Period): RawBuilder<unknown> {
  return sql`bookings b WHERE b.city = ${city} AND b.closed_at >= ${from} AND b.closed_at < ${to}
    AND EXISTS (SELECT 1 FROM visit_outcomes o WHERE o.city = b.city AND o.booking_id = b.id)`;
}

/** Every service of the booking was done: one that was referred, declined or only half done was not. */
export const IS_ALL_DONE = sql<boolean>`NOT EXISTS (SELECT 1 FROM visit_outcomes o WHERE o.city = b.city
  AND o.booking_id = b.id AND o.outcome <> 'done')`;
