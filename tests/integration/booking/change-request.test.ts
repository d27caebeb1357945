import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import type { BookingFile, QueuePage } from '../../../src/contract/staff/desk';
import { changeDeadline } from '../../../src/domain/booking/state';
import type { WindowChoice } from '../../../src/domain/calendar/window';
import { writeCity } from '../../../src/server/db/engine/write-city';
import { writeOutcomes } from '../../../src/server/db/visit/write-outcomes';
import { engines, startDatabases } from '../../support/databases';
import { type Desk, PAGI, SIANG, staffCommand, startDesk } from '../../support/desk';
import type { SignedInMember } from '../../support/staff';
import { follow, MONDAY_9, newToken, request } from '../../support/test-server';

const DONE = { outcome: 'done' };
const refused = (code: string) => ({ outcome: 'refused', problem: { code } });
const SHORT = ['ktp-penggantian'];
const LONG = ['ktp-penggantian', 'kk', 'pindah-datang'];
/** More minutes than the short window has online. */
const TOO_LONG = [...LONG, 'akta-kelahiran'];

const { recipientIs: _, recipient: __, ...sent } = request;

function changed(rest: object = {}) {
  return { ...sent, services: SHORT, preferences: [SIANG], ...rest };
}

function changeRequest(bookingId: string, revision: number, rest: object = {}, date = 'keep') {
  return {
    id: randomUUID() as string,
    madeAt: '2026-11-23T02:00:00.000Z',
    name: 'change-request',
    bookingId,
    revision,
    request: changed(rest),
    date,
  };
}

describe.each(engines)('a changed request on %s', (engine) => {
  const databases = startDatabases(engine);
  const apps: Desk['app'][] = [];
  afterAll(async () => {
    for (const app of apps) await app.close();
    await databases.stop();
  });
  const start = async () => {
    const desk = await startDesk(await (await databases.create()).open());
    apps.push(desk.app);
    return { desk, me: await desk.signIn('coordinator', { name: 'Contoh Koordinator' }) };
  };
  const byStaff = async (desk: Desk, who: SignedInMember, command: object) => {
    const { status, body } = await desk.post(who, '/api/staff/commands', { commands: [command] });
    expect(status).toBe(200);
    return (body.results as readonly unknown[])[0];
  };
  const file = async (desk: Desk, me: SignedInMember, id: string) =>
    (await desk.get(me, `/api/staff/bookings/${id}`)).body as unknown as BookingFile;
  const row = async (desk: Desk, device: string) => (await desk.rowsOf(device))[0];
  const found = async (desk: Desk, me: SignedInMember, q: string) =>
    (
      (await desk.get(me, `/api/staff/bookings?view=all&q=${encodeURIComponent(q)}`))
        .body as unknown as QueuePage
    ).total;
  const used = async ({ context }: Desk) => {
    const slots = await context.db.selectFrom('slots').selectAll().execute();
    return slots.map(({ window_id, used_minutes }) => [window_id, used_minutes]);
  };

  test('keeps its date and its recipient; file, search, doubles and history agree at once', async () => {
    const { desk, me } = await start();
    const id = await desk.book('a', { services: SHORT, preferences: [SIANG] });
    await byStaff(desk, me, staffCommand('accept-booking', id, { revision: 1 }));
    const contact = { ...request.contact, name: 'Wati Contoh', phone: '+6281299990000' };
    const place = { ...request.place, street: 'Jalan Rahasia 5', landmark: 'Warung' };
    const change = changeRequest(id, 1, { contact, place, needs: ['bedridden'], needsNote: 'Tangga' });
    expect(await desk.send('a', change)).toMatchObject(DONE);
    expect(await desk.send('a', change)).toMatchObject(DONE);
    const read = await file(desk, me, id);
    expect(read.booking).toMatchObject({
      revision: 3,
      requestChangedAt: '2026-11-23T02:00:00.000Z',
      scheduled: SIANG,
      request: {
        recipientIs: 'parent',
        recipient: { name: 'Siti Contoh', birthYear: 1950, nikLast4: '0001' },
        contact,
        place,
        needs: ['bedridden'],
        needsNote: 'Tangga',
      },
    });
    expect(read.booking.acceptedAt).toBeUndefined();
    expect(read.booking.history.at(-1)).toMatchObject({
      by: 'requester',
      action: 'change-request',
      parts: [
        { part: 'needs', from: ['cannot-walk'], to: ['bedridden'] },
        { part: 'needs-note', from: [], to: ['Tangga'] },
        { part: 'street', from: ['Jalan Contoh 1'], to: ['Jalan Rahasia 5'] },
        { part: 'landmark', from: [], to: ['Warung'] },
        { part: 'contact-name', from: ['Budi Contoh'], to: ['Wati Contoh'] },
        { part: 'contact-phone', from: ['+6281234567890'], to: ['+6281299990000'] },
      ],
    });
    expect([await found(desk, me, 'Wati'), await found(desk, me, '081299990000')]).toEqual([1, 1]);
    expect([await found(desk, me, 'Budi'), await found(desk, me, '081234567890')]).toEqual([0, 0]);
    const { nik: ___, ...person } = request.recipient;
    const other = await desk.book('b', { services: SHORT, contact, recipient: person });
    expect((await file(desk, me, other)).doubles).toMatchObject([{ id }]);
    const stored = JSON.stringify([
      await desk.context.db.selectFrom('bookings').selectAll().execute(),
      await desk.context.db.selectFrom('events').selectAll().execute(),
    ]);
    expect(stored).not.toMatch(/Rahasia|Wati|81299990000/);
    expect(desk.errors).toEqual([]);
  });

  test('takes the minutes it needs now, or stays as it was', async () => {
    const { desk, me } = await start();
    const id = await desk.book('a', { services: SHORT, preferences: [SIANG] });
    expect(await desk.send('a', changeRequest(id, 1, { services: LONG }))).toMatchObject(DONE);
    expect(await row(desk, 'a')).toMatchObject({
      minutes: 70,
      services: LONG,
      scheduled: SIANG,
      revision: 2,
    });
    expect(await used(desk)).toEqual([['siang', 70]]);
    const before = await file(desk, me, id);
    expect(await desk.send('a', changeRequest(id, 2, { services: TOO_LONG }))).toMatchObject(
      refused('date-not-kept'),
    );
    expect(await file(desk, me, id)).toEqual({ ...before, cursor: expect.any(String) });
    const moved = changeRequest(id, 2, { services: TOO_LONG, preferences: [SIANG, PAGI] }, 'wishes');
    expect(await desk.send('a', moved)).toMatchObject(DONE);
    expect(await row(desk, 'a')).toMatchObject({ minutes: 90, scheduled: PAGI });
    expect((await file(desk, me, id)).booking.history.at(-1)?.parts).toContainEqual({
      part: 'date',
      from: ['2026-11-24 siang'],
      to: ['2026-11-24 pagi'],
    });
  });

  test('gives the room that it no longer needs to who waits for it', async () => {
    const { desk } = await start();
    const id = await desk.book('a', { services: LONG, preferences: [SIANG] });
    await desk.book('waiter', { services: SHORT, preferences: [SIANG] });
    expect(await row(desk, 'waiter')).toMatchObject({ state: 'waiting' });
    expect(await desk.send('a', changeRequest(id, 1))).toMatchObject(DONE);
    expect(await row(desk, 'waiter')).toMatchObject({ state: 'scheduled', scheduled: SIANG });
    expect(await used(desk)).toEqual([['siang', 60]]);
  });

  test('moves to a unit that comes to the new kelurahan in the same window, and else is refused', async () => {
    const { desk, me } = await start();
    const id = await desk.book('a', { services: SHORT, preferences: [SIANG] });
    expect((await file(desk, me, id)).booking.scheduled?.unit).toBe('unit-2');
    const near = { ...request.place, area: '18.72.03.1001' };
    expect(await desk.send('a', changeRequest(id, 1, { place: near }))).toMatchObject(DONE);
    expect((await file(desk, me, id)).booking.scheduled).toMatchObject({ ...SIANG, unit: 'unit-1' });
    const far = { ...request.place, area: '18.72.02.1001' };
    expect(await desk.send('a', changeRequest(id, 2, { place: far }))).toMatchObject(
      refused('date-not-kept'),
    );
    expect(await row(desk, 'a')).toMatchObject({ area: near.area, scheduled: SIANG });
  });

  test("is the requester's until the closing of the day before, and the desk's until the crew leaves", async () => {
    const { desk } = await start();
    const id = await desk.book('a', { services: SHORT, preferences: [SIANG] });
    const token = newToken();
    const shared = await desk.book('c', { services: SHORT, preferences: [PAGI] }, token);
    await desk.send('b', follow(token));
    expect(await desk.send('b', changeRequest(shared, 1))).toMatchObject(refused('booking-not-yours'));
    expect(await desk.send('b', changeRequest(id, 1))).toMatchObject(refused('booking-not-found'));
    desk.setClock(changeDeadline(SIANG as WindowChoice, desk.context.city.settings));
    const late = changeRequest(id, 1, { needs: [] });
    expect(await desk.send('a', late)).toMatchObject(refused('booking-too-late'));
    const later = await desk.signIn('coordinator');
    const byDesk = (revision: number, rest: object) =>
      staffCommand('change-request', id, { revision, request: changed(rest), date: 'keep' });
    expect(await byStaff(desk, later, byDesk(1, { needs: [] }))).toMatchObject(DONE);
    expect(await byStaff(desk, later, byDesk(1, { needs: ['other'] }))).toMatchObject(
      refused('booking-changed'),
    );
    desk.setClock(Date.parse('2026-11-24T06:05:00Z'));
    const crew = await desk.signIn('crew', { unit: 'unit-2' });
    const left = { version: 1, cursor: null, commands: [staffCommand('start-travel', id)] };
    await desk.post(crew, '/api/staff/sync', left);
    expect(
      await byStaff(desk, await desk.signIn('coordinator'), byDesk(3, { needs: ['other'] })),
    ).toMatchObject(refused('booking-state-forbids'));
  });

  test("by the desk reaches the requester's phone whole, and no follower; what rests on the old is refused", async () => {
    const { desk, me } = await start();
    const token = newToken();
    const id = await desk.book('a', { services: SHORT, preferences: [SIANG] }, token);
    await desk.send('b', follow(token));
    const place = { ...request.place, street: 'Jalan Benar 2' };
    const command = staffCommand('change-request', id, {
      revision: 1,
      // The kept share is the desk's to give.
      request: changed({ place, services: TOO_LONG }),
      date: 'keep',
    });
    expect(await byStaff(desk, me, command)).toMatchObject(DONE);
    const { preferences, ...rest } = changed({ place, services: TOO_LONG });
    expect(await row(desk, 'a')).toMatchObject({
      minutes: 90,
      scheduled: SIANG,
      changedByDesk: { at: '2026-11-23T02:00:00.000Z', request: { ...rest, preferences } },
    });
    expect(JSON.stringify(await row(desk, 'a'))).not.toMatch(/Siti|1872014107500001/);
    expect(await row(desk, 'b')).not.toHaveProperty('changedByDesk');
    expect(await desk.send('a', changeRequest(id, 1, { needs: [] }))).toMatchObject(
      refused('request-changed'),
    );
    expect(await desk.send('a', changeRequest(id, 2, { place, needs: [] }))).toMatchObject(DONE);
    expect(await desk.send('a', changeRequest(id, 2, { place, needs: ['other'] }))).toMatchObject(DONE);
    expect((await file(desk, me, id)).booking.history.map(({ by, action }) => [by, action])).toEqual([
      ['requester', 'submit'],
      ['Contoh Koordinator', 'change-request'],
      ['requester', 'change-request'],
      ['requester', 'change-request'],
    ]);
  });

  test('of the kelurahan is one that it entered itself, in its own area', async () => {
    const { desk } = await start();
    const areas = [request.place.area];
    const clerk = await desk.signIn('kelurahan', { areas });
    const online = await desk.book('a', { services: SHORT, preferences: [SIANG] });
    const own = randomUUID();
    const whole = { ...request, services: SHORT, preferences: [PAGI] };
    await byStaff(desk, clerk, staffCommand('take-booking', own, { request: whole, channel: 'kelurahan' }));
    const change = (id: string, rest: object) =>
      staffCommand('change-request', id, { revision: 1, request: changed(rest), date: 'keep' });
    expect(await byStaff(desk, clerk, change(online, { needs: [] }))).toMatchObject(
      refused('booking-not-yours'),
    );
    const away = { ...request.place, area: '18.72.03.1001' };
    expect(await byStaff(desk, clerk, change(own, { place: away }))).toMatchObject(refused('area-unknown'));
    expect(await byStaff(desk, clerk, change(own, { needs: [] }))).toMatchObject(DONE);
  });

  test('is refused from a crew and from an admin', async () => {
    const { desk, me } = await start();
    const id = await desk.book('a', { services: SHORT, preferences: [SIANG] });
    const command = staffCommand('change-request', id, { revision: 1, request: changed(), date: 'keep' });
    for (const who of [await desk.signIn('crew', { unit: 'unit-2' }), await desk.signIn('admin')]) {
      const { body } = await desk.post(who, '/api/staff/commands', { commands: [command] });
      expect(JSON.stringify(body)).toContain('role-forbids');
    }
    expect((await file(desk, me, id)).booking.revision).toBe(1);
  });

  test('that waits gets a date by its new wishes, and is told what is free without one', async () => {
    const { desk } = await start();
    const id = await desk.book('a', { services: TOO_LONG, preferences: [SIANG] });
    expect(await row(desk, 'a')).toMatchObject({ state: 'waiting' });
    const contact = { ...request.contact, name: 'Lain Contoh' };
    expect(await desk.send('a', changeRequest(id, 1, { services: TOO_LONG, contact }))).toMatchObject(DONE);
    expect(await row(desk, 'a')).toMatchObject({
      state: 'waiting',
      waiting: { place: 1, alternatives: [PAGI, {}, {}] },
    });
    const wishes = { services: TOO_LONG, contact, preferences: [PAGI] };
    expect(await desk.send('a', changeRequest(id, 2, wishes))).toMatchObject(DONE);
    expect(await row(desk, 'a')).toMatchObject({ state: 'scheduled', scheduled: PAGI, minutes: 90 });
  });

  test('stays a follow-up when its telephone number is corrected', async () => {
    const { desk } = await start();
    const earlier = await desk.book('a', { services: ['kk'], preferences: [SIANG] });
    await writeCity(desk.context, async (write) => {
      await writeOutcomes(write, earlier as never, [{ service: 'kk' as never, outcome: 'papers-missing' }]);
      await write.tx
        .updateTable('bookings')
        .set({ state: 'closed', closed_at: MONDAY_9 })
        .where('id', '=', earlier as never)
        .execute();
    });
    const later = await desk.book('a', { services: ['kk'], preferences: [PAGI] });
    const contact = { ...request.contact, phone: '+6281299990000' };
    await desk.send('a', changeRequest(later, 1, { services: ['kk'], preferences: [PAGI], contact }));
    const rows = await desk.context.db.selectFrom('bookings').select(['id', 'follow_up']).execute();
    expect(rows.find(({ id }) => id === later)?.follow_up).toBe(1);
    expect(rows.find(({ id }) => id === earlier)?.follow_up).toBe(0);
  });
});
