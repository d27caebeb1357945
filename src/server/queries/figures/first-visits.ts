import { type RawBuilder, sql } from 'kysely';

/** Instants in Unix milliseconds, `to` excluded. */
export type Period = { readonly from: number; readonly to: number };

/** The period's bookings that a crew visited and recorded, whatever the outcome ("tidak di rumah" too). */
export function visitsOf(city: string, { from, to }: Period): RawBuilder<unknown> {
  return sql`bookings b WHERE b.city = ${city} AND b.closed_at >= ${from} AND b.closed_at < ${to}
    AND EXISTS (SELECT 1 FROM visit_outcomes o WHERE o.city = b.city AND o.booking_id = b.id)`;
}

/** Whether every service of the booking was done: a service referred, declined or partly done was not. */
export const IS_ALL_DONE = sql<boolean>`NOT EXISTS (SELECT 1 FROM visit_outcomes o WHERE o.city = b.city
  AND o.booking_id = b.id AND o.outcome <> 'done')`;
