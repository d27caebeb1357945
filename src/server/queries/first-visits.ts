import { type RawBuilder, sql } from 'kysely';

/** Instants in Unix milliseconds, `to` not included. */
export type Period = { readonly from: number; readonly to: number };

/** After so long a new request is a new matter, even for the same service. */
const SAME_MATTER_MS = 90 * 86_400_000;

/** Bookings of the period that a crew went to and wrote a record of, whatever it says ("tidak di rumah" too). */
export function visitsOf(city: string, { from, to }: Period): RawBuilder<unknown> {
  return sql`bookings b WHERE b.city = ${city} AND b.closed_at >= ${from} AND b.closed_at < ${to}
    AND EXISTS (SELECT 1 FROM visit_outcomes o WHERE o.city = b.city AND o.booking_id = b.id)`;
}

/**
 * A follow-up: the same person (same recipient and contact number) was visited within the 90 days before this was asked
 * for, and a service of this booking was left unfinished then. It is known by what happened, not by which button was
 * pressed, so that follow-ups taken by telephone count as such. `+ 0`: SQLite would else look through every visit of the
 * 90 days for each (23 s for 2,000), where a person has few.
 */
export const IS_FOLLOW_UP = sql<boolean>`EXISTS (SELECT 1 FROM bookings e CROSS JOIN visit_outcomes eo
  WHERE e.city = b.city AND e.person_index = b.person_index AND e.person_index IS NOT NULL AND e.id <> b.id
    AND e.closed_at + 0 <= b.submitted_at AND e.closed_at + 0 > b.submitted_at - ${sql.lit(SAME_MATTER_MS)}
    AND eo.city = e.city AND eo.booking_id = e.id AND eo.outcome <> 'done'
    AND EXISTS (SELECT 1 FROM visit_outcomes so WHERE so.city = b.city AND so.booking_id = b.id
      AND so.service = eo.service))`;

/** Every service of the booking was done: one that was referred, declined or only half done was not. */
export const IS_ALL_DONE = sql<boolean>`NOT EXISTS (SELECT 1 FROM visit_outcomes o WHERE o.city = b.city
  AND o.booking_id = b.id AND o.outcome <> 'done')`;
