import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { ANY_UNIT } from '../../../src/domain/calendar/unit-needs';
import type { WindowId } from '../../../src/domain/calendar/window';
import type { AreaCode } from '../../../src/domain/city/city';
import { unseal } from '../../../src/server/db/secret/seal';
import { promoteWaiting } from '../../../src/server/jobs/capacity/promote-waiting';
import { forgetCommands } from '../../../src/server/jobs/phone/forget-commands';
import { changesSince } from '../../../src/server/queries/booking/changes-since';
import { availabilityFor } from '../../../src/server/queries/capacity/availability-for';
import { engines, startDatabases } from '../../support/databases';
import {
  cancel,
  choose,
  follow,
  MONDAY_9,
  newToken,
  request,
  submit,
  type TestServer,
  testServer,
} from '../../support/test-server';

/** Tuesday's short window holds two online visits of 30 minutes: 120 minutes minus the kept share. */
const SIANG = { date: '2026-11-24', window: 'siang' };
const PAGI = { date: '2026-11-24', window: 'pagi' };
const AREA = request.place.area as AreaCode;
const DAY_MS = 86_400_000;

const refusedWith = (code: string) => ({ outcome: 'refused', problem: { code } });

describe.each(engines)('commands on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);
  const start = async () => testServer(await (await databases.create()).open());

  async function bookedIn(server: TestServer, window: object, device: string) {
    const command = submit({ preferences: [window] });
    expect(await server.send(device, command)).toEqual({ id: command.id, outcome: 'done' });
    return command;
  }

  test('a booking gets its first preference with room, and returns as a row without personal data', async () => {
    const server = await start();
    const sunday = { date: '2026-11-29', window: 'pagi' };
    const past = { date: '2026-11-20', window: 'pagi' };
    const command = submit({ preferences: [sunday, past, SIANG] });
    await server.send('a', command);
    const [row, ...others] = await server.rowsOf('a');
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      id: command.bookingId,
      state: 'scheduled',
      role: 'requester',
      revision: 1,
      minutes: 30,
    });
    expect(row?.scheduled).toEqual({ ...SIANG, start: '13:00', end: '15:00' });
    expect(JSON.stringify(row)).not.toMatch(/Contoh|1872014107500001|81234567890/);
    expect(server.errors).toEqual([]);
  });

  test('repeats the result of a repeated command, and refuses a command id that is reused with other content', async () => {
    const server = await start();
    const command = submit();
    const first = await server.send('a', command);
    expect(await server.send('a', structuredClone(command))).toEqual(first);
    expect(await server.send('a', { ...command, madeAt: '2026-11-23T03:00:00.000Z' })).toMatchObject(
      refusedWith('command-id-reused'),
    );
    expect(await server.send('a', command)).toEqual(first);
    expect(await server.rowsOf('a')).toHaveLength(1);
  });

  test('accepts a booking id again from its own phone, and refuses it from another', async () => {
    const server = await start();
    const id = randomUUID();
    await server.send('a', submit({}, id));
    expect(await server.send('a', submit({}, id))).toMatchObject({ outcome: 'done' });
    expect(await server.send('b', submit({}, id))).toMatchObject(refusedWith('booking-id-taken'));
    expect(await server.rowsOf('a')).toHaveLength(1);
    expect(await server.rowsOf('b')).toEqual([]);
  });

  test('puts a booking for a full window on the waiting list with free windows, and promotes in order at a cancellation', async () => {
    const server = await start();
    const first = await bookedIn(server, SIANG, 'a');
    await bookedIn(server, SIANG, 'b');
    await bookedIn(server, SIANG, 'c');
    await bookedIn(server, SIANG, 'd');
    const [third] = await server.rowsOf('c');
    expect(third?.state).toBe('waiting');
    expect(third?.waiting?.place).toBe(1);
    expect(third?.waiting?.alternatives[0]).toEqual({ ...PAGI, start: '08:00', end: '11:30' });
    expect((await server.rowsOf('d'))[0]?.waiting?.place).toBe(2);
    await server.send('a', cancel(first.bookingId));
    const [cancelled] = await server.rowsOf('a');
    expect(cancelled).toMatchObject({
      state: 'cancelled',
      cancelled: { by: 'requester', reason: 'tidak jadi' },
    });
    expect((await server.rowsOf('c'))[0]).toMatchObject({
      state: 'scheduled',
      revision: 2,
      scheduled: SIANG,
    });
    expect((await server.rowsOf('d'))[0]?.waiting?.place).toBe(1);
    expect(server.errors).toEqual([]);
  });

  test('never gives out the kept share online, and the database itself refuses to', async () => {
    const server = await start();
    for (let device = 0; device < 4; device += 1) await bookedIn(server, SIANG, `device-${device}`);
    const { db } = server.context;
    const slot = await db
      .selectFrom('slots')
      .selectAll()
      .where('window_id', '=', 'siang' as WindowId)
      .executeTakeFirstOrThrow();
    expect(slot).toMatchObject({ capacity_minutes: 120, online_capacity_minutes: 84, used_minutes: 60 });
    const [waiting] = await server.rowsOf('device-3');
    const { city, unit, day, window_id } = slot;
    const take = db.insertInto('reservations').values({
      ...{ city, unit, day, window_id, minutes: 30, channel: 'online' as const },
      booking_id: waiting?.id as NonNullable<typeof waiting>['id'],
    });
    await expect(take.execute()).rejects.toThrow();
    await expect(db.updateTable('reservations').set({ minutes: 1 }).execute()).rejects.toThrow(
      /never changed/,
    );
    await expect(db.updateTable('events').set({ at: 1 }).execute()).rejects.toThrow(/never changed/);
    const windows = await availabilityFor(server.context, { ...ANY_UNIT, area: AREA, minutes: 30 });
    const siang = windows.windows.find(({ date, window }) => date === SIANG.date && window === SIANG.window);
    expect(siang?.room).toBe(false);
    expect(
      windows.windows.find(({ date, window }) => date === PAGI.date && window === PAGI.window)?.room,
    ).toBe(true);
  });

  test('takes another window entirely or not at all', async () => {
    const server = await start();
    await bookedIn(server, SIANG, 'a');
    await bookedIn(server, SIANG, 'b');
    const mine = await bookedIn(server, PAGI, 'c');
    expect(await server.send('c', choose(mine.bookingId, SIANG.date, 'siang'))).toMatchObject(
      refusedWith('window-full'),
    );
    expect(await server.send('c', choose(mine.bookingId, '2026-11-29', 'pagi'))).toMatchObject(
      refusedWith('window-not-offered'),
    );
    expect((await server.rowsOf('c'))[0]).toMatchObject({ revision: 1, scheduled: PAGI });
    await server.send('c', choose(mine.bookingId, '2026-11-25', 'siang'));
    expect((await server.rowsOf('c'))[0]).toMatchObject({
      scheduled: { date: '2026-11-25', window: 'siang' },
    });
    const used = await server.context.db
      .selectFrom('slots')
      .select('used_minutes')
      .where('window_id', '=', 'pagi' as WindowId)
      .execute();
    expect(used).toEqual([{ used_minutes: 0 }]);
  });

  test('judges a cancellation by the server clock, and by its sender', async () => {
    const server = await start();
    const token = newToken();
    const command = submit({ preferences: [SIANG] }, randomUUID(), token);
    await server.send('a', command);
    expect(await server.send('b', follow(newToken()))).toMatchObject(refusedWith('follow-token-not-valid'));
    expect(await server.send('b', cancel(command.bookingId))).toMatchObject(refusedWith('booking-not-found'));
    expect(await server.send('b', follow(token))).toMatchObject({ outcome: 'done' });
    expect((await server.rowsOf('b'))[0]).toMatchObject({ role: 'follower', state: 'scheduled' });
    expect(await server.send('b', cancel(command.bookingId))).toMatchObject(refusedWith('booking-not-yours'));
    server.setClock(Date.parse('2026-11-24T06:00:00Z'));
    expect(await server.send('a', cancel(command.bookingId))).toMatchObject(refusedWith('booking-too-late'));
    server.setClock(Date.parse('2026-11-24T05:59:59Z'));
    expect(await server.send('a', cancel(command.bookingId, 'kata saya'))).toMatchObject({ outcome: 'done' });
    expect((await server.rowsOf('a'))[0]?.cancelled?.reason).toBe('kata saya');
    expect((await server.rowsOf('b'))[0]?.cancelled?.reason).toBe('');
  });

  test('refuses what breaks a rule, in words that point to the place', async () => {
    const server = await start();
    const cases: readonly [object, string, string][] = [
      [
        { recipient: { ...request.recipient, nik: '1872014107500000' } },
        'nik-serial-zero',
        '/request/recipient/nik',
      ],
      [
        { recipient: { ...request.recipient, birthYear: 2027 } },
        'recipient-not-valid',
        '/request/recipient/birthYear',
      ],
      [
        { recipient: { ...request.recipient, name: '\u0000 ' } },
        'recipient-not-valid',
        '/request/recipient/name',
      ],
      [{ place: { ...request.place, area: '18.72.09.1001' } }, 'area-unknown', '/request/place/area'],
      [{ services: ['paspor'] }, 'service-unknown', '/request/services/0'],
      [{ contact: { ...request.contact, phone: '+620000000' } }, 'phone-not-valid', '/request/contact/phone'],
      // Well formed, but of no country's numbering plan.
      ...['+999123456789', '+60999', '+6512345678', '+12025550', '+852912345678901'].map(
        (phone): [object, string, string] => [
          { contact: { ...request.contact, phone } },
          /^\+[1-9]\d{7,14}$/.test(phone) ? 'phone-not-valid' : 'request-not-valid',
          '/request/contact/phone',
        ],
      ),
      [{ services: [] }, 'request-not-valid', '/request/services'],
      [{ extra: 1 }, 'request-not-valid', '/request/extra'],
    ];
    for (const [changes, code, pointer] of cases) {
      expect(await server.send('a', submit(changes))).toMatchObject({
        outcome: 'refused',
        problem: { code, pointer },
      });
    }
    expect(await server.send('a', { id: randomUUID(), name: 'fly' })).toMatchObject(
      refusedWith('command-unknown'),
    );
    expect(await server.rowsOf('a')).toEqual([]);
    expect(server.errors).toEqual([]);
  });

  test.each([
    ['+60123456789', '+60123456789'],
    ['+966501234567', '+966501234567'],
    ['+85291234567', '+85291234567'],
    ['+886912345678', '+886912345678'],
    ['+6591234567', '+6591234567'],
    // The trunk 0 that people leave in after the country code.
    ['+600123456789', '+60123456789'],
    ['+62081234567890', '+6281234567890'],
  ])('takes the number %s of a contact, and keeps it as %s', async (phone, kept) => {
    const server = await start();
    await server.send('a', submit({ contact: { ...request.contact, phone } }));
    expect(server.errors).toEqual([]);
    const { context } = server;
    const row = await context.db.selectFrom('bookings').selectAll().executeTakeFirstOrThrow();
    expect(unseal(context, `${row.id}/request`, row.request)).toMatchObject({ contact: { phone: kept } });
  });

  test('limits the open bookings of a phone', async () => {
    const server = await start();
    for (let booked = 0; booked < 20; booked += 1) await server.send('a', submit());
    expect(await server.send('a', submit())).toMatchObject(refusedWith('booking-limit-reached'));
  });

  test('keeps personal data as ciphertext that opens in its own row only, whatever the text', async () => {
    const server = await start();
    const place = { ...request.place, street: 'Jl. \u0000 \ud800 Rahasia', landmark: '\ufeff\u202e' };
    const command = submit({ place });
    await server.send('a', command);
    await server.send('a', cancel(command.bookingId, '\u0000\udfff'));
    const { context } = server;
    const row = await context.db.selectFrom('bookings').selectAll().executeTakeFirstOrThrow();
    expect(unseal(context, `${row.id}/request`, row.request)).toEqual(command.request);
    expect(() => unseal(context, `${randomUUID()}/request`, row.request)).toThrow();
    const flipped = Buffer.from(row.request);
    flipped.writeUInt8(flipped.readUInt8(flipped.length - 1) ^ 1, flipped.length - 1);
    expect(() => unseal(context, `${row.id}/request`, flipped)).toThrow();
    const stored = JSON.stringify(row, (_key, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    );
    expect(stored).not.toMatch(/Contoh|Rahasia|1872014107500001|81234567890/);
    expect((await server.rowsOf('a'))[0]?.cancelled?.reason).toBe('\u0000\udfff');
  });

  test('gives each change once per cursor', async () => {
    const server = await start();
    const first = submit({ preferences: [SIANG] });
    await server.send('a', first);
    const before = await changesSince(server.context, 'a', null);
    expect(await changesSince(server.context, 'a', before.cursor)).toEqual({
      changes: [],
      cursor: before.cursor,
      more: false,
    });
    await server.send('a', submit());
    await server.send('b', submit());
    const after = await changesSince(server.context, 'a', before.cursor);
    expect(after.changes).toHaveLength(1);
  });

  test('promotes by job when days come within reach, and forgets commands after 60 days', async () => {
    const server = await start();
    const farAway = { date: '2026-12-08', window: 'pagi' };
    const command = submit({ preferences: [farAway] });
    await server.send('a', command);
    expect((await server.rowsOf('a'))[0]?.state).toBe('waiting');
    expect(await promoteWaiting(server.context)).toBe(0);
    server.setClock(MONDAY_9 + 2 * DAY_MS);
    expect(await promoteWaiting(server.context)).toBe(1);
    expect((await server.rowsOf('a'))[0]).toMatchObject({ state: 'scheduled', scheduled: farAway });
    server.setClock(MONDAY_9 + 60 * DAY_MS);
    expect(await forgetCommands(server.context)).toBe(0);
    server.setClock(MONDAY_9 + 60 * DAY_MS + 1);
    expect(await forgetCommands(server.context)).toBe(1);
  });

  test('answers a database error with a retry, reports it to the operator, and stores nothing', async () => {
    const server = await start();
    const command = submit();
    const { db } = server.context;
    await sql`ALTER TABLE events RENAME TO events_away`.execute(db);
    expect(await server.send('a', command)).toEqual({
      id: command.id,
      outcome: 'retry',
      retryAfterSeconds: 5,
    });
    expect(server.errors).toHaveLength(1);
    await sql`ALTER TABLE events_away RENAME TO events`.execute(db);
    expect(await server.rowsOf('a')).toEqual([]);
    expect(await server.send('a', command)).toMatchObject({ outcome: 'done' });
  });
});
