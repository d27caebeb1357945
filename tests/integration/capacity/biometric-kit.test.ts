import { afterAll, describe, expect, test } from 'vitest';
import type { Availability } from '../../../src/contract/availability';
import type { BookingFile, DeskSlots } from '../../../src/contract/staff/desk';
import { engines, startDatabases } from '../../support/databases';
import { type Desk, staffCommand, startDesk } from '../../support/desk';
import { request } from '../../support/test-server';

const AREA = request.place.area;

describe.each(engines)('a service that needs the biometric kit on %s', (engine) => {
  const databases = startDatabases(engine);
  const apps: Desk['app'][] = [];
  afterAll(async () => {
    for (const app of apps) await app.close();
    await databases.stop();
  });

  test('is scheduled and offered only with units that carry one, and cannot be rescheduled to others', async () => {
    const desk = await startDesk(await (await databases.create()).open());
    apps.push(desk.app);
    const me = await desk.signIn('coordinator');
    const { units } = desk.context.city.settings;
    const kits: readonly string[] = units
      .filter(({ equipment }) => equipment.includes('biometric'))
      .map(({ id }) => id);
    expect(kits).not.toHaveLength(units.length);
    const slots = async (needs: string) => {
      const answer = await desk.get(me, `/api/staff/slots?area=${AREA}&minutes=40${needs}`);
      return (answer.body as unknown as DeskSlots).slots;
    };
    const all = await slots('');
    const withKit = await slots('&needs=biometric');
    expect(new Set(withKit.map(({ unit }) => unit))).toEqual(new Set(kits));
    const without = all.find(({ unit }) => !kits.includes(unit));
    if (without === undefined) throw new Error('no unit without the kit serves the area');

    const free = await desk.app.inject(`/api/availability?area=${AREA}&minutes=40&needs=biometric`);
    const offered = (free.json() as Availability).windows.map(({ date, window }) => `${date} ${window}`);
    const kitWindows = new Set(withKit.map(({ date, window }) => `${date} ${window}`));
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.filter((one) => !kitWindows.has(one))).toEqual([]);

    for (const device of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const id = await desk.book(device, { services: ['ktp-perekaman'], preferences: 'any' });
      const { booking } = (await desk.get(me, `/api/staff/bookings/${id}`)).body as unknown as BookingFile;
      expect(kits).toContain(booking.scheduled?.unit);
      if (device !== 'a') continue;
      const { date, window, unit } = without;
      const reschedule = staffCommand('move-visit', id, {
        revision: booking.revision,
        choice: { date, window, unit },
      });
      const rescheduled = await desk.post(me, '/api/staff/commands', { commands: [reschedule] });
      expect(rescheduled.body.results).toMatchObject([
        { outcome: 'refused', problem: { code: 'window-not-offered' } },
      ]);
    }
    expect(desk.errors).toEqual([]);
  });
});
