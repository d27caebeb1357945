import type { BookingId } from '../../../domain/booking/booking';
import type { ServiceOutcome } from '../../../domain/visit/outcome';
import type { CityWrite } from '../engine/write-city';

/** Writes the outcome of each service of a booking where it can be counted, replacing earlier ones. */
export async function writeOutcomes(
  { tx, context }: Pick<CityWrite, 'tx' | 'context'>,
  bookingId: BookingId,
  outcomes: readonly Pick<ServiceOutcome, 'service' | 'outcome'>[],
): Promise<void> {
  const city = context.city.code;
  await tx
    .deleteFrom('visit_outcomes')
    .where('city', '=', city)
    .where('booking_id', '=', bookingId)
    .execute();
  // If a service is named twice, its last outcome counts.
  const byService = new Map(outcomes.map(({ service, outcome }) => [service, outcome]));
  const rows = [...byService].map(([service, outcome]) => ({
    city,
    booking_id: bookingId,
    service,
    outcome,
  }));
  if (rows.length > 0) await tx.insertInto('visit_outcomes').values(rows).execute();
}
