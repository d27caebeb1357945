import { uuidv7 } from 'uuidv7';
import type { SheetVisit, StaffSyncResponse } from '../../../src/contract/staff/run-sheet';
import { sha256 } from '../../../src/offline/store/secret/base64url';

/** Wednesday 25 November 2026, 08:00 in Metro. */
export const NOW_MS = Date.UTC(2026, 10, 25, 1, 0);
export const TODAY = '2026-11-25';
export const NEXT_DAY = '2026-11-26';
const FOLLOW_TOKEN = 'AAAAAAAAAAAAAAAAAAAAAA';

type Sheet = NonNullable<StaffSyncResponse['sheet']>;
type Change = Partial<Pick<SheetVisit, 'state' | 'position' | 'visit' | 'notes'>> & {
  readonly name?: string;
  readonly number?: string;
  readonly date?: string;
  readonly point?: { readonly lat: number; readonly lng: number; readonly accuracyM: number };
};

/** Makes a visit as the server writes it into a sheet; the person is made up. */
export async function makeVisit({ name = 'Siti Contoh', number, date, point, ...rest }: Change = {}) {
  const visit = {
    id: uuidv7(),
    number: number ?? '10000017',
    state: 'scheduled',
    revision: 1,
    position: 1,
    scheduled: { date: date ?? TODAY, window: 'pagi', start: '08:00', end: '11:00' },
    minutes: 45,
    request: {
      recipientIs: 'parent',
      recipient: { name, birthYear: 1950, nikLast4: '0001' },
      needs: ['cannot-walk'],
      needsNote: 'Tinggal di lantai bawah',
      services: ['kk', 'ikd'],
      answers: {},
      prepared: ['kk'],
      place: {
        area: '18.72.01.1001',
        street: 'Jalan Contoh 12',
        rt: '3',
        rw: '4',
        landmark: 'Depan mushala',
        ...(point ? { point } : {}),
      },
      preferences: 'any',
      contact: { name: 'Budi Contoh', phone: '+6281234567890', channel: 'whatsapp' },
    },
    notes: [],
    history: [{ at: '2026-11-24T03:00:00.000Z', by: 'Meja', action: 'accept-booking' }],
    followHash: await sha256(FOLLOW_TOKEN),
    ...rest,
  };
  return visit as unknown as SheetVisit;
}

export function makeSheet(visits: readonly SheetVisit[], rest: Partial<Sheet> = {}): Sheet {
  const sheet = { unit: { id: 'unit-1', name: 'Unit 1' }, days: [TODAY, NEXT_DAY], conflicts: [] };
  return { ...(sheet as unknown as Sheet), visits: [...visits], ...rest };
}
