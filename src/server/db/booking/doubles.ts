import type { BookingId, PublicNumber } from '../../../domain/booking/booking';
import type { AreaCode } from '../../../domain/city/city';
import type { ServerContext } from '../engine/context';
import type { BookingColumns } from '../schema/booking-columns';

type Person = Pick<BookingColumns, 'id' | 'nik_index' | 'person_index'>;

const OPEN_STATES = ['waiting', 'scheduled', 'departed', 'arrived'] as const;

/**
 * Reads the numbers of other open bookings for the same recipient: same NIK, or same name and contact number.
 */
export async function readDoubles(
  { db, city }: ServerContext,
  people: readonly Person[],
  areas?: readonly AreaCode[],
): Promise<Map<BookingId, PublicNumber[]>> {
  const niks = people.flatMap(({ nik_index }) => nik_index ?? []);
  const persons = people.flatMap(({ person_index }) => person_index ?? []);
  const base = () =>
    db
      .selectFrom('bookings')
      .select(['id', 'number', 'nik_index', 'person_index', 'area'])
      .where('city', '=', city.code)
      .where('state', 'in', OPEN_STATES);
  const byNik = niks.length === 0 ? [] : await base().where('nik_index', 'in', niks).execute();
  const byPerson = persons.length === 0 ? [] : await base().where('person_index', 'in', persons).execute();
  const others = new Map([...byNik, ...byPerson].map((row) => [row.id, row]));
  const reached = [...others.values()].filter(({ area }) => areas === undefined || areas.includes(area));
  return new Map(
    people.map((person) => [
      person.id,
      reached.filter((other) => isDouble(person, other)).map(({ number }) => number),
    ]),
  );
}

function isDouble(a: Person, b: Person): boolean {
  if (a.id === b.id) return false;
  const isSameNik = a.nik_index !== null && a.nik_index === b.nik_index;
  return isSameNik || (a.person_index !== null && a.person_index === b.person_index);
}
