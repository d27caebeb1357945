import type { BookingRow } from '../../../src/contract/booking-row';
import type { BookingId, PublicNumber } from '../../../src/domain/booking/booking';
import { makePublicNumber } from '../../../src/domain/booking/public-number';
import type { LocalDate } from '../../../src/domain/calendar/local-date';
import type { WindowId } from '../../../src/domain/calendar/window';
import type { ServiceId } from '../../../src/domain/catalogue/service';
import type { AreaCode } from '../../../src/domain/city/city';
import type { Visit } from '../../../src/offline/store/visit/visit';

const ID = '01930000-0000-7000-8000-000000000001' as BookingId;
export const AREA = '18.72.01.1001' as AreaCode;
export const TOKEN = 'AbCdEfGhIjKlMnOpQrStUv';

/** 24 November 2026, 10.00 in Metro. */
export const NOW_MS = Date.parse('2026-11-24T03:00:00Z');

export const TUESDAY = {
  date: '2026-12-01' as LocalDate,
  window: 'pagi' as WindowId,
  start: '08:00',
  end: '11:30',
};

export function makeRow(change: Partial<BookingRow> = {}): BookingRow {
  return {
    id: ID,
    number: makePublicNumber(4_827_193) as PublicNumber,
    role: 'requester',
    state: 'scheduled',
    revision: 2,
    submittedAt: '2026-11-24T02:00:00Z',
    changedAt: '2026-11-24T02:00:00Z',
    services: ['akta-kelahiran' as ServiceId],
    area: AREA,
    minutes: 45,
    preferences: 'any',
    scheduled: TUESDAY,
    ...change,
  };
}

export function makeVisit(change: Partial<Visit> = {}): Visit {
  return {
    id: ID,
    delivery: 'known',
    queuedAtMs: NOW_MS,
    services: ['akta-kelahiran' as ServiceId],
    area: AREA,
    preferences: 'any',
    answers: {},
    prepared: [],
    minutes: 45,
    personal: {
      recipientName: 'Siti Contoh',
      birthYear: 1950,
      street: 'Jalan Contoh 1',
      rt: '1',
      rw: '2',
      landmark: '',
      contactName: 'Budi Contoh',
      contactPhone: '+6281200000000',
      followToken: TOKEN,
    },
    ...change,
  };
}
