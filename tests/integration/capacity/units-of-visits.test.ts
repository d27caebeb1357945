import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import type { Availability } from '../../../src/contract/availability';
import type { BookingFile, DeskSlots } from '../../../src/contract/staff/desk';
import type { Weekday } from '../../../src/domain/calendar/local-date';
import type { UnitId, WindowId } from '../../../src/domain/calendar/window';
import type { ProgrammeId } from '../../../src/domain/catalogue/programme';
import type { City } from '../../../src/domain/city/city';
import { previewConfig } from '../../../src/server/queries/city/city-config';
import { engines, startDatabases } from '../../support/databases';
import { type Desk, staffCommand, startDesk } from '../../support/desk';
import type { SignedInMember } from '../../support/staff';
import { choose, request } from '../../support/test-server';

const AREA = request.place.area;
/** On Wednesdays unit 1 (with the kit) and unit 3 (of Nasi Ketan) come to Metro Pusat. */
const SHARED = { date: '2026-11-25', window: 'siang' };
const REFUSED = { outcome: 'refused', problem: { code: 'window-not-offered' } };
const FRIDAY = 5 as Weekday;

/** Metro, but on Fridays unit 3 alone comes to Metro Pusat. */
const city: City = {
  ...metro,
  settings: {
    ...metro.settings,
    rota: [
      ...metro.settings.rota,
      { unit: 'unit-3' as UnitId, weekday: FRIDAY, windows: ['siang' as WindowId], areas: ['18.72.01'] },
    ],
  },
};
/** The same city where every unit serves every programme, as in a configuration older than programmes. */
const withoutProgrammes: City = {
  ...city,
  settings: { ...city.settings, units: city.settings.units.map(({ programmes: _, ...unit }) => unit) },
};

type Case = {
  readonly what: string;
  readonly city: City;
  readonly service: string;
  readonly query: string;
  readonly able: readonly string[];
  /** A window in which only other units come. */
  readonly elsewhere: { readonly date: string; readonly window: string };
};

const CASES: readonly Case[] = [
  {
    what: 'that needs the biometric kit',
    city: withoutProgrammes,
    service: 'ktp-perekaman',
    query: 'needs=biometric&programmes=mpp-mobile',
    able: ['unit-1'],
    elsewhere: { date: '2026-11-27', window: 'siang' },
  },
  {
    what: 'of Nasi Ketan',
    city,
    service: 'nib',
    query: 'programmes=nasi-ketan',
    able: ['unit-3'],
    elsewhere: { date: '2026-11-24', window: 'pagi' },
  },
  {
    what: 'of MPP Mobile',
    city,
    service: 'kk',
    query: 'programmes=mpp-mobile',
    able: ['unit-1', 'unit-2'],
    elsewhere: { date: '2026-11-27', window: 'siang' },
  },
];

describe.each(engines)('units of visits on %s', (engine) => {
  const databases = startDatabases(engine);
  const apps: Desk['app'][] = [];
  afterAll(async () => {
    for (const app of apps) await app.close();
    await databases.stop();
  });

  async function start(of: City) {
    const desk = await startDesk(await (await databases.create()).open(), of);
    apps.push(desk.app);
    const me = await desk.signIn('coordinator');
    const act = async (command: object) => {
      const { body } = await desk.post(me, '/api/staff/commands', { commands: [command] });
      const [result] = body.results as { readonly outcome: string }[];
      return result;
    };
    return { desk, me, act };
  }

  const fileOf = async (desk: Desk, me: SignedInMember, id: string) =>
    ((await desk.get(me, `/api/staff/bookings/${id}`)).body as unknown as BookingFile).booking;

  const slotsOf = async (desk: Desk, me: SignedInMember, query: string) =>
    ((await desk.get(me, `/api/staff/slots?area=${AREA}&minutes=45&${query}`)).body as unknown as DeskSlots)
      .slots;

  /**
   * Books into one window until a booking has to wait; returns the scheduled bookings and the waiting one.
   */
  async function fill(desk: Desk, me: SignedInMember, service: string, preferred = SHARED) {
    const placed: string[] = [];
    for (let device = 0; device < 9; device += 1) {
      const id = await desk.book(`d${device}-${randomUUID()}`, {
        services: [service],
        preferences: [preferred],
      });
      if ((await fileOf(desk, me, id)).state === 'waiting') return { placed, waiting: id };
      placed.push(id);
    }
    throw new Error('the window never filled');
  }

  describe.each(CASES)('a visit $what', ({ city: of, service, query, able, elsewhere }) => {
    test('is offered only in the windows of its units, to residents and at the desk', async () => {
      const { desk, me } = await start(of);
      const answer = await desk.app.inject(`/api/availability?area=${AREA}&minutes=45&${query}`);
      const offered = (answer.json() as Availability).windows.map(({ date, window }) => `${date} ${window}`);
      const slots = await slotsOf(desk, me, query);
      expect(new Set(slots.map(({ unit }) => unit))).toEqual(new Set(able));
      expect(offered).toContain(`${SHARED.date} ${SHARED.window}`);
      expect(offered).not.toContain(`${elsewhere.date} ${elsewhere.window}`);
      const known = new Set(slots.map(({ date, window }) => `${date} ${window}`));
      expect(offered.filter((one) => !known.has(one))).toEqual([]);
      const every = await slotsOf(desk, me, '');
      expect(every.some(({ date, window }) => date === elsewhere.date && window === elsewhere.window)).toBe(
        true,
      );
    });

    test('is given to its units only, waits while others have room, and gets the room that is freed', async () => {
      const { desk, me, act } = await start(of);
      const { placed, waiting } = await fill(desk, me, service);
      expect(placed.length).toBeGreaterThan(0);
      for (const id of placed) expect(able).toContain((await fileOf(desk, me, id)).scheduled?.unit);
      const [first = ''] = placed;
      const { revision } = await fileOf(desk, me, first);
      expect(await act(staffCommand('cancel-visit', first, { revision, reason: 'x' }))).toMatchObject({
        outcome: 'done',
      });
      const promoted = await fileOf(desk, me, waiting);
      expect(promoted.scheduled).toMatchObject(SHARED);
      expect(able).toContain(promoted.scheduled?.unit);
      expect(desk.errors).toEqual([]);
    });

    test('is promoted, taken and rescheduled by the desk to its units only', async () => {
      const { desk, me, act } = await start(of);
      const { placed, waiting } = await fill(desk, me, service);
      const { revision } = await fileOf(desk, me, waiting);
      expect(await act(staffCommand('promote-booking', waiting, { revision }))).toMatchObject({
        outcome: 'done',
      });
      expect(able).toContain((await fileOf(desk, me, waiting)).scheduled?.unit);

      const { request: asked } = requestFor(service);
      const take = staffCommand('take-booking', randomUUID(), { request: asked, channel: 'phone' });
      expect(await act(take)).toMatchObject({ outcome: 'done' });
      expect(able).toContain((await fileOf(desk, me, take.bookingId)).scheduled?.unit);

      const [id = ''] = placed;
      const all = (await slotsOf(desk, me, '')).filter(({ room }) => room);
      const [other, own] = [false, true].map((isAble) =>
        all.find((slot) => able.includes(slot.unit) === isAble && slot.date > SHARED.date),
      );
      if (other === undefined || own === undefined) throw new Error('one kind of unit does not come later');
      const reschedule = async ({ date, window, unit }: typeof own) =>
        act(
          staffCommand('move-visit', id, {
            revision: (await fileOf(desk, me, id)).revision,
            choice: { date, window, unit },
          }),
        );
      expect(await reschedule(other)).toMatchObject(REFUSED);
      expect(await reschedule(own)).toMatchObject({ outcome: 'done' });
      expect((await fileOf(desk, me, id)).scheduled?.unit).toBe(own.unit);
      expect(desk.errors).toEqual([]);
    });

    test('is rescheduled by the resident to the windows of its units only', async () => {
      const { desk, me } = await start(of);
      const id = await desk.book('phone', { services: [service] });
      expect(await desk.send('phone', choose(id, elsewhere.date, elsewhere.window))).toMatchObject(REFUSED);
      expect(await desk.send('phone', choose(id, '2026-12-02', 'pagi'))).toMatchObject({ outcome: 'done' });
      const { scheduled } = await fileOf(desk, me, id);
      expect(scheduled).toMatchObject({ date: '2026-12-02', window: 'pagi' });
      expect(able).toContain(scheduled?.unit);
    });
  });

  test('services of two programmes are refused as one visit, from a phone and at the desk', async () => {
    const { desk, act } = await start(city);
    const services = ['kk', 'nib'];
    await expect(desk.book('a', { services })).rejects.toThrow('services-apart');
    const take = staffCommand('take-booking', randomUUID(), {
      request: { ...requestFor('kk').request, services },
      channel: 'phone',
    });
    expect(await act(take)).toMatchObject({ outcome: 'refused', problem: { code: 'services-apart' } });
  });

  test('a unit of both programmes takes them together, and loses the visit once it serves one', async () => {
    const both = ['mpp-mobile', 'nasi-ketan'] as ProgrammeId[];
    const withUnits = (programmes: readonly ProgrammeId[]): City => ({
      ...city,
      settings: {
        ...city.settings,
        units: city.settings.units.map((unit) => (unit.id === 'unit-1' ? { ...unit, programmes } : unit)),
      },
    });
    const { desk, me } = await start(withUnits(both));
    const id = await desk.book('a', { services: ['kk', 'nib'] });
    expect((await fileOf(desk, me, id)).scheduled?.unit).toBe('unit-1');
    const { settings, catalogue } = city;
    expect((await previewConfig(desk.context, { settings, catalogue })).effects).toMatchObject([
      { id, why: 'window-gone' },
    ]);
  });
});

function requestFor(service: string) {
  return { request: { ...request, services: [service] } };
}
