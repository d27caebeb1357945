import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { loadWords } from '../../../src/web/copy/words';
import { makeCalendarFile } from '../../../src/web/resident/visits/calendar/calendar-file';
import {
  formatChoice,
  formatDate,
  formatInstant,
  formatNearDate,
  formatWindow,
} from '../../../src/web/resident/visits/calendar/format-date';
import {
  followLinkOf,
  shareTextOf,
  whatsAppLinkOf,
} from '../../../src/web/resident/visits/follow/share-text';
import { kindOf } from '../../../src/web/resident/visits/visit/visit-kind';
import { areaNameOf, titleOf } from '../../../src/web/resident/visits/visit/visit-title';
import { canChangeVisit } from '../../../src/web/resident/visits/window/can-change-visit';
import { makeRow, makeVisit, NOW_MS, TOKEN, TUESDAY } from './make-visit';

const words = await loadWords('id', ['visits']);
const { settings } = metro;

describe('dates in words', () => {
  it('name the day in the city, whatever the zone of the phone', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Jakarta']) {
        process.env.TZ = zone;
        expect(formatDate('2026-12-01')).toBe('Selasa 1 Desember 2026');
        expect(formatInstant('2026-11-24T17:30:00Z', 420)).toBe('Rabu 25 November 2026, 00.30');
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('leave the year out only where it is the current one', () => {
    expect(formatNearDate('2026-12-01', NOW_MS, 420)).toBe('Selasa 1 Desember');
    expect(formatNearDate('2027-01-04', NOW_MS, 420)).toBe('Senin 4 Januari 2027');
  });

  it('give a window with its hours and a preference without them', () => {
    expect(formatWindow(TUESDAY)).toBe('Selasa 1 Desember 2026, 08.00–11.30');
    expect(formatChoice(TUESDAY, settings.windows)).toBe('Selasa 1 Desember 2026, pagi');
    expect(formatChoice({ date: '2026-12-01', window: 'malam' }, settings.windows)).toContain('malam');
  });
});

describe('the state shown', () => {
  it('promises nothing before the server has answered', () => {
    expect(kindOf({ delivery: 'kept', row: undefined })).toBe('kept');
    expect(kindOf({ delivery: 'known', row: undefined })).toBe('sent');
    expect(kindOf({ delivery: 'refused', row: undefined })).toBe('refused');
    expect(kindOf({ delivery: 'known', row: makeRow({ state: 'waiting' }) })).toBe('waiting');
  });

  it('names services and area, and shows an unknown id as it is', () => {
    expect(titleOf(makeVisit(), metro)).toBe(
      metro.catalogue.services.find((service) => service.id === 'akta-kelahiran')?.shortName,
    );
    expect(titleOf({ services: ['hilang'] as never }, metro)).toBe('hilang');
    expect(areaNameOf(makeVisit(), metro)).not.toContain('18.72');
    expect(areaNameOf({ area: '99.99.99.9999' as never }, metro)).toBe('99.99.99.9999');
  });
});

describe('what may still be changed', () => {
  const at = (nowMs: number, isSure = true) => ({ nowMs, isSure });

  it('needs an answer from the server and no change on its way', () => {
    expect(canChangeVisit(makeVisit(), 'cancel', settings, at(NOW_MS))).toBe('no');
    expect(canChangeVisit(makeVisit({ row: makeRow() }), 'cancel', settings, at(NOW_MS))).toBe('yes');
    expect(
      canChangeVisit(makeVisit({ row: makeRow(), pending: 'cancel' }), 'cancel', settings, at(NOW_MS)),
    ).toBe('no');
  });

  it('follows the rules of a booking', () => {
    const follower = makeVisit({ row: makeRow({ role: 'follower' }) });
    expect(canChangeVisit(follower, 'cancel', settings, at(NOW_MS))).toBe('no');
    const windowBegins = Date.parse('2026-12-01T01:00:00Z');
    expect(canChangeVisit(makeVisit({ row: makeRow() }), 'cancel', settings, at(windowBegins - 1))).toBe(
      'yes',
    );
    expect(canChangeVisit(makeVisit({ row: makeRow() }), 'cancel', settings, at(windowBegins))).toBe('no');
  });

  it('is never refused for a time that is not sure', () => {
    const tooLate = Date.parse('2031-01-01T00:00:00Z');
    const visit = makeVisit({ row: makeRow() });
    for (const action of ['cancel', 'choose-window'] as const) {
      expect(canChangeVisit(visit, action, settings, at(tooLate, false))).toBe('perhaps');
      expect(canChangeVisit(visit, action, settings, at(tooLate))).toBe('no');
    }
    const follower = makeVisit({ row: makeRow({ role: 'follower' }) });
    expect(canChangeVisit(follower, 'cancel', settings, at(tooLate, false))).toBe('no');
    const closed = makeVisit({ row: makeRow({ state: 'closed' }) });
    expect(canChangeVisit(closed, 'cancel', settings, at(tooLate, false))).toBe('no');
  });
});

describe('what is shared', () => {
  const link = followLinkOf(TOKEN, 'https://contoh.id');

  it('holds date, number and link, and no personal data', () => {
    const visit = makeVisit({ row: makeRow() });
    const text = shareTextOf(visit, link, (id, values) => words._(id, values && { ...values }), 420);
    // Whoever reads it may be in another zone.
    expect(text).toContain('Selasa 1 Desember 2026, 08.00–11.30 WIB');
    expect(text).toMatch(/\d{4} \d{4}/);
    expect(text).toContain(`https://contoh.id/ikuti#${TOKEN}`);
    for (const secret of ['Siti', 'Budi', 'Jalan', '812']) expect(text).not.toContain(secret);
  });

  it('passes unchanged through the WhatsApp link', () => {
    const text = `A & B # ? \n ${link}`;
    expect(new URL(whatsAppLinkOf(text)).searchParams.get('text')).toBe(text);
  });
});

describe('the calendar file', () => {
  const event = {
    id: 'x',
    title: 'Kunjungan, MPP; Mobile',
    description: 'Nomor',
    window: TUESDAY,
    utcOffsetMinutes: 420,
    revision: 3,
  };

  it('gives the window as UTC instants', async () => {
    const text = await makeCalendarFile(event);
    expect(text).toContain('DTSTART:20261201T010000Z\r\n');
    expect(text).toContain('DTEND:20261201T043000Z\r\n');
    expect(text).toContain('UID:x@mpp-mobile\r\n');
    expect(text).toContain('SEQUENCE:3\r\n');
    expect(text).toContain('SUMMARY:Kunjungan\\, MPP\\; Mobile\r\n');
  });

  it('crosses midnight and the year by the offset', async () => {
    const text = await makeCalendarFile({
      ...event,
      window: { date: '2027-01-01', start: '06:00', end: '08:00' },
    });
    expect(text).toContain('DTSTART:20261231T230000Z\r\n');
    expect(text).toContain('DTEND:20270101T010000Z\r\n');
  });

  it('is not made for a day that does not exist', async () => {
    const window = { date: '2027-02-30', start: '06:00', end: '08:00' };
    await expect(makeCalendarFile({ ...event, window })).rejects.toThrow();
  });
});
