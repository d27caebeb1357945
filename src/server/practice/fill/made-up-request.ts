import type { BookingRequest } from '../../../contract/booking-request';
import type { WindowChoice } from '../../../domain/calendar/window';
import type { Service } from '../../../domain/catalogue/service';
import type { Area } from '../../../domain/city/city';
import { RELATIONSHIPS } from '../../../domain/people/relationship';
import type { Seeded } from './seeded';

const FIRST_BIRTH_YEAR = 1938;
const BIRTH_YEARS = 30;
const NEEDS = ['cannot-walk', 'bedridden', 'hard-of-hearing', 'poor-sight', 'needs-companion'] as const;

/**
 * Returns the request of person `index` of the practice city, who lives in `area`. Nobody can mistake it for
 * a real person's: names and streets say that it is practice.
 */
export function madeUpRequest(
  seeded: Seeded,
  index: number,
  services: readonly Service[],
  area: Area,
  wishes: readonly WindowChoice[] | 'any',
): BookingRequest {
  const recipientIs = RELATIONSHIPS[index % RELATIONSHIPS.length] ?? 'parent';
  const name = `Warga Latihan ${index}`;
  return {
    recipientIs,
    recipient: { name, birthYear: FIRST_BIRTH_YEAR + seeded.below(BIRTH_YEARS) },
    needs: [NEEDS[seeded.below(NEEDS.length)] ?? 'cannot-walk'],
    needsNote: 'Catatan latihan',
    services: services.map(({ id }) => id),
    answers: {},
    prepared: [],
    place: {
      area: area.code,
      street: `Jalan Latihan ${1 + (index % 9)} No. ${index}`,
      rt: String(1 + seeded.below(9)).padStart(3, '0'),
      rw: String(1 + seeded.below(9)).padStart(3, '0'),
      landmark: 'Rumah contoh untuk latihan',
      point: { lat: area.lat, lng: area.lng, accuracyM: 500 },
    },
    preferences: wishes === 'any' ? 'any' : [...wishes],
    contact: {
      name: recipientIs === 'self' ? name : `Keluarga Latihan ${index}`,
      phone: deadPhone(index),
      channel: 'call',
    },
  };
}

/**
 * Returns a landline number of Metro's area (0725) whose subscriber number begins with 0. Within Indonesia a
 * leading 0 begins a call to another area, so no exchange has such a number, and a press on "Telepon" in a
 * lesson rings at nobody's home.
 */
export function deadPhone(index: number): string {
  return `+62725${String(index).padStart(7, '0')}`;
}
