import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { unseal } from '../../../src/server/db/secret/seal';
import { engines, startDatabases } from '../../support/databases';
import { type Desk, PAGI, SIANG, staffCommand, startDesk } from '../../support/desk';
import type { SignedInMember } from '../../support/staff';
import { cancel, choose, request } from '../../support/test-server';

const PHONES = ['a', 'b', 'c', 'd', 'e', 'f'];
const SERVICES = ['ktp-penggantian', 'kk', 'pindah-datang', 'akta-kelahiran', 'akta-kematian', 'kia'];
const AREAS = ['18.72.01.1001', '18.72.03.1001', '18.72.04.1001'];
const WEDNESDAY = { date: '2026-11-25', window: 'pagi' };

const asked = fc.record({
  services: fc.uniqueArray(fc.constantFrom(...SERVICES), { minLength: 1, maxLength: 5 }),
  area: fc.constantFrom(...AREAS),
  preferences: fc.oneof(
    fc.constant('any' as const),
    fc.uniqueArray(fc.constantFrom(SIANG, PAGI, WEDNESDAY), { minLength: 1, maxLength: 3 }),
  ),
});
const phone = fc.constantFrom(...PHONES);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ is: fc.constant('book' as const), phone, asked }) },
  {
    weight: 8,
    arbitrary: fc.record({
      is: fc.constant('change' as const),
      phone,
      asked,
      by: fc.constantFrom('phone' as const, 'desk' as const),
      date: fc.constantFrom('keep' as const, 'wishes' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('cancel' as const), phone }) },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('choose' as const), phone, to: fc.constantFrom(SIANG, PAGI) }),
  },
);
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const personOf = (device: string) => ({ name: `Penerima ${device.toUpperCase()} Contoh`, birthYear: 1950 });
const contactOf = (device: string) => ({
  name: `Pemohon ${device.toUpperCase()}`,
  phone: `+62812000000${PHONES.indexOf(device)}0`,
  channel: 'call',
});

function requestOf(device: string, { services, area, preferences }: Asked) {
  const { recipientIs: _, recipient: __, ...rest } = request;
  return { ...rest, services, preferences, contact: contactOf(device), place: { ...rest.place, area } };
}

describe.each(engines)('random changes on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);

  /** Everything that the city knows, by booking. */
  const stateOf = async ({ context }: Desk) => ({
    bookings: await context.db.selectFrom('bookings').selectAll().orderBy('id').execute(),
    reservations: await context.db.selectFrom('reservations').selectAll().orderBy('booking_id').execute(),
    slots: await context.db.selectFrom('slots').selectAll().execute(),
  });

  async function check(desk: Desk, owners: ReadonlyMap<string, string>): Promise<void> {
    const { bookings, reservations, slots } = await stateOf(desk);
    for (const slot of slots) {
      const inside = reservations.filter(
        ({ unit, day, window_id }) => unit === slot.unit && day === slot.day && window_id === slot.window_id,
      );
      const sum = (rows: typeof inside) => rows.reduce((minutes, row) => minutes + row.minutes, 0);
      expect(slot.used_minutes).toBe(sum(inside));
      expect(slot.online_used_minutes).toBe(sum(inside.filter(({ channel }) => channel === 'online')));
      expect(slot.used_minutes).toBeLessThanOrEqual(slot.capacity_minutes);
      expect(slot.online_used_minutes).toBeLessThanOrEqual(slot.online_capacity_minutes);
    }
    for (const booking of bookings) {
      const own = reservations.filter(({ booking_id }) => booking_id === booking.id);
      expect(own.map(({ minutes }) => minutes)).toEqual(
        booking.state === 'scheduled' ? [booking.minutes] : [],
      );
      const device = owners.get(booking.id) ?? '';
      expect(unseal(desk.context, `${booking.id}/request`, booking.request)).toMatchObject({
        recipient: personOf(device),
        contact: contactOf(device),
        services: JSON.parse(booking.services_json),
        place: { area: booking.area },
        preferences: JSON.parse(booking.preferences_json),
      });
    }
  }

  async function play(
    desk: Desk,
    me: SignedInMember,
    step: Step,
    owners: Map<string, string>,
  ): Promise<void> {
    const [row] = await desk.rowsOf(step.phone);
    if (step.is === 'book') {
      if (row !== undefined && row.state !== 'cancelled') return;
      const whole = {
        ...requestOf(step.phone, step.asked),
        recipientIs: 'parent',
        recipient: personOf(step.phone),
      };
      const id = await desk.book(step.phone, whole);
      owners.set(id, step.phone);
      return;
    }
    const open = (await desk.rowsOf(step.phone)).find(({ state }) => state !== 'cancelled');
    if (open === undefined) return;
    if (step.is === 'cancel') await desk.send(step.phone, cancel(open.id));
    if (step.is === 'choose') await desk.send(step.phone, choose(open.id, step.to.date, step.to.window));
    if (step.is !== 'change') return;
    const rest = { revision: open.revision, request: requestOf(step.phone, step.asked), date: step.date };
    const before = await stateOf(desk);
    const command = staffCommand('change-request', open.id, rest);
    const result =
      step.by === 'phone'
        ? await desk.send(step.phone, command)
        : (
            (await desk.post(me, '/api/staff/commands', { commands: [command] })).body.results as readonly {
              readonly outcome: string;
            }[]
          )[0];
    expect(['done', 'refused']).toContain(result?.outcome);
    if (result?.outcome === 'refused') expect(await stateOf(desk)).toEqual(before);
    const after = (await desk.rowsOf(step.phone)).find(({ id }) => id === open.id);
    if (result?.outcome === 'done') expect(after?.services).toEqual(step.asked.services);
    // A date that a change keeps is the same promise.
    if (open.state === 'scheduled' && step.date === 'keep') {
      expect(after?.scheduled).toMatchObject({
        date: open.scheduled?.date,
        window: open.scheduled?.window,
      });
    }
  }

  test('never lose minutes, never exceed a window, never mix people', async () => {
    const property = fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 40 }), async (steps) => {
      const place = await databases.create();
      const desk = await startDesk(await place.open());
      const owners = new Map<string, string>();
      try {
        const me = await desk.signIn('coordinator');
        for (const step of steps) {
          await play(desk, me, step, owners);
          await check(desk, owners);
        }
        expect(desk.errors).toEqual([]);
      } finally {
        await desk.app.close();
        await place.close();
      }
    });
    await fc.assert(property, { numRuns: Number(process.env.RUNS ?? 8) });
  });
});
