import { metro } from '../../../../src/city/metro/metro';
import type { BookingRequest } from '../../../../src/domain/booking/booking';
import type { Weekday } from '../../../../src/domain/calendar/local-date';
import type { UnitId, WindowId } from '../../../../src/domain/calendar/window';
import { minutesOf } from '../../../../src/domain/catalogue/find-service';
import type { ServiceId } from '../../../../src/domain/catalogue/service';
import type { City } from '../../../../src/domain/city/city';

/** Monday 23 November 2026, 09.00 in Metro. */
export const START_MS = Date.parse('2026-11-23T02:00:00Z');
/** Days around the start: past, offered, beyond the horizon. */
export const DATES = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-12-20'] as const;
export const WINDOWS = ['pagi', 'siang'] as const;

const VISITS_PER_WINDOW = 2;
const [area] = metro.areas;
const services = metro.catalogue.services.filter(({ equipment }) => equipment.length === 0);
const [service] = services;
if (area === undefined || service === undefined) throw new Error('the city has no areas or services');

export const VISIT_MINUTES = minutesOf([service], metro.settings.travelMinutes);
const ALL_SERVICES: readonly ServiceId[] = services.map(({ id }) => id);

/**
 * A city in which windows fill up, phones reach their limit and a waiting list forms within a few bookings.
 */
export const smallCity: City = {
  ...metro,
  settings: {
    ...metro.settings,
    keptShare: 0,
    leadDays: 1,
    horizonDays: 2,
    holidays: [],
    maxOpenBookingsPerDevice: 3,
    rota: ([1, 2, 3, 4, 5] as const).map((weekday: Weekday) => ({
      unit: 'unit-1' as UnitId,
      weekday,
      windows: [...WINDOWS] as readonly string[] as readonly WindowId[],
      areas: [area.code],
      minutes: VISITS_PER_WINDOW * VISIT_MINUTES,
    })),
  },
};

/**
 * What makes the server refuse a request; each flaw is found by another check: schema, people, catalogue,
 * rota.
 */
export const FLAWS = ['none', 'name', 'nik', 'service', 'too-long'] as const;
export type Flaw = (typeof FLAWS)[number];

export const NIK = '1872014107500001';

export function requestWith(flaw: Flaw, preferences: BookingRequest['preferences']): BookingRequest {
  const chosen = {
    none: [service?.id],
    name: [service?.id],
    nik: [service?.id],
    service: ['tidak-ada'],
    'too-long': ALL_SERVICES.slice(0, 12),
  }[flaw];
  return {
    recipientIs: 'parent',
    recipient: {
      name: flaw === 'name' ? '' : 'Siti Contoh',
      birthYear: 1950,
      nik: flaw === 'nik' ? NIK.replace(/.{4}$/, '0000') : NIK,
    },
    needs: ['cannot-walk'],
    services: chosen as readonly ServiceId[],
    answers: {},
    prepared: [],
    place: {
      area: area?.code ?? smallCity.areas[0]?.code,
      street: 'Jalan Contoh 1',
      rt: '1',
      rw: '2',
      landmark: '',
    },
    preferences,
    contact: { name: 'Budi Contoh', phone: '+6281234567890', channel: 'call' },
  } as BookingRequest;
}
