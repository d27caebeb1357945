import type { LocalTime } from '../../domain/calendar/local-date';
import type { Hours, UnitId, WindowRule } from '../../domain/calendar/window';
import type { CitySettings } from '../../domain/city/city';
import { MPP_MOBILE, NASI_KETAN, programmes } from './programmes';
import { rota } from './rota';

const FRIDAY = 5;

/**
 * The city's settings. Every value is a sample for the city to replace; none is a fact about Metro. What is
 * unknown (phone numbers, the office's address and hours) is absent, and the app shows it as "belum diatur".
 */
export const settings: CitySettings = {
  programmeName: 'MPP Mobile',
  zone: 'Asia/Jakarta',
  utcOffsetMinutes: 7 * 60,
  windows: [
    window('pagi', 'Pagi', hours('08:00', '11:30'), hours('08:00', '11:00')),
    window('siang', 'Siang', hours('13:00', '15:00'), hours('13:30', '15:00')),
  ],
  programmes,
  units: [
    { id: 'unit-1' as UnitId, name: 'Unit 1', equipment: ['biometric'], programmes: [MPP_MOBILE] },
    { id: 'unit-2' as UnitId, name: 'Unit 2', equipment: [], programmes: [MPP_MOBILE] },
    { id: 'unit-3' as UnitId, name: 'Unit Nasi Ketan', equipment: [], programmes: [NASI_KETAN] },
  ],
  rota,
  holidays: [],
  closures: [],
  keptShare: 0.3,
  travelMinutes: 15,
  leadDays: 1,
  closesAt: '15:00' as LocalTime,
  horizonDays: 14,
  promiseWorkingDays: 3,
  maxOpenBookingsPerDevice: 20,
  callbackWithinHours: 4,
  photoDays: 30,
  bookingDays: 365,
  contacts: [{ label: 'Meja MPP Mobile' }],
  complaints: { text: 'Ada pungutan? Laporkan ke LAPOR!', url: 'https://lapor.go.id', sms: '1708' },
  office: { name: 'Mal Pelayanan Publik Kota Metro' },
};

/** A window with different hours on Friday, for the noon prayer. */
function window(id: string, name: string, daily: Hours, friday: Hours): WindowRule {
  return { id: id as WindowRule['id'], name, ...daily, onWeekday: { [FRIDAY]: friday } };
}

function hours(start: string, end: string): Hours {
  return { start: start as LocalTime, end: end as LocalTime };
}
