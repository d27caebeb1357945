import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import type { BookingRequest } from '../../../src/contract/booking-request';
import { BOOKING_STATES } from '../../../src/domain/booking/state';
import { canMake } from '../../../src/domain/calendar/unit-needs';
import { findService, needsOf } from '../../../src/domain/catalogue/find-service';
import { parsePhone } from '../../../src/domain/people/phone';
import { readDoubles } from '../../../src/server/db/booking/doubles';
import { unseal } from '../../../src/server/db/secret/seal';
import { fillPractice } from '../../../src/server/practice/fill/fill-practice';
import { inviteStaff } from '../../../src/server/practice/fill/practice-staff';
import { startDatabases } from '../../support/databases';
import { MONDAY_9, type TestServer, testServer } from '../../support/test-server';

const TODAY = '2026-11-23';

describe('the people and requests of the practice city', () => {
  const databases = startDatabases('sqlite');
  const fill = async (atMs = MONDAY_9) => {
    const server = await testServer(await (await databases.create()).open());
    server.setClock(atMs);
    await fillPractice(server.context, await inviteStaff(server.context));
    expect(server.errors).toEqual([]);
    return server;
  };
  const bookings = ({ context }: TestServer) =>
    context.db.selectFrom('bookings').selectAll().orderBy('submitted_change').execute();
  let server: TestServer;
  beforeAll(async () => {
    server = await fill();
  });
  afterAll(() => databases.stop());

  test('are sixty, in every state and every kelurahan', async () => {
    const rows = await bookings(server);
    expect(rows).toHaveLength(60);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(BOOKING_STATES));
    expect(new Set(rows.map(({ area }) => area)).size).toBe(metro.areas.length);
    expect(rows.filter(({ state }) => state === 'waiting').length).toBeGreaterThan(2);
    expect(rows.filter(({ question }) => question !== null)).toHaveLength(1);
    expect(rows.filter(({ visit }) => visit !== null).length).toBeGreaterThan(2);
    expect(rows.some(({ accepted_at }) => accepted_at === null)).toBe(true);
    expect(new Set(rows.map(({ channel }) => channel))).toEqual(new Set(['online', 'phone', 'kelurahan']));
  });

  test('leave three callbacks open', async () => {
    const calls = await server.context.db.selectFrom('callbacks').select('state').execute();
    expect(calls).toEqual([{ state: 'asked' }, { state: 'asked' }, { state: 'asked' }]);
  });

  test('give each unit a run sheet for today', async () => {
    const today = await server.context.db
      .selectFrom('reservations')
      .select('unit')
      .where('day', '=', TODAY as never)
      .execute();
    for (const { id } of metro.settings.units) {
      expect(today.filter(({ unit }) => unit === id).length, id).toBeGreaterThan(1);
    }
  });

  test('are scheduled with units that can and may make the visit', async () => {
    const rows = await server.context.db
      .selectFrom('reservations as r')
      .innerJoin('bookings as b', 'b.id', 'r.booking_id')
      .select(['r.unit', 'b.services_json'])
      .execute();
    const programmes = new Set<string>();
    for (const { unit, services_json } of rows) {
      const ids: string[] = JSON.parse(services_json);
      const needs = needsOf(ids.flatMap((id) => findService(metro.catalogue, id) ?? []));
      const driven = metro.settings.units.find(({ id }) => id === unit);
      expect(driven && canMake(driven, needs), `${unit}: ${services_json}`).toBe(true);
      for (const one of needs.programmes) programmes.add(one);
    }
    expect(programmes).toEqual(new Set(metro.settings.programmes.map(({ id }) => id)));
  });

  test('include one person twice', async () => {
    const doubles = await readDoubles(server.context, await bookings(server));
    expect([...doubles.values()].filter((numbers) => numbers.length > 0)).toHaveLength(2);
  });

  test('are plainly made up, with phone numbers that pass the rules and ring nowhere', async () => {
    for (const { id, request } of await bookings(server)) {
      const read = unseal(server.context, `${id}/request`, request) as BookingRequest;
      expect(read.recipient.name).toMatch(/^Warga Latihan \d+$/);
      expect(read.place.street).toMatch(/^Jalan Latihan \d No\. \d+$/);
      expect(read.contact.phone).toMatch(/^\+627250\d{6}$/);
      expect(parsePhone(read.contact.phone)).toMatchObject({ ok: true, phone: read.contact.phone });
    }
  });

  test.each([
    ['on a Sunday', '2026-11-22T05:00:00Z'],
    ['just after midnight', '2026-11-23T17:01:00Z'],
    ['before eight', '2026-11-24T00:59:00Z'],
    ['late on a Friday', '2026-11-27T14:00:00Z'],
    ['within a row of holidays', '2026-03-21T03:00:00Z'],
    ['at the turn of the year', '2026-12-31T16:00:00Z'],
  ])('are made %s too', async (_day, at) => {
    const rows = await bookings(await fill(Date.parse(at)));
    expect(rows).toHaveLength(60);
    expect(rows.every(({ changed_at }) => changed_at <= Date.parse(at))).toBe(true);
  });

  test('are the same each time', async () => {
    const told = (rows: Awaited<ReturnType<typeof bookings>>) =>
      rows.map(({ number, state, area, submitted_at }) => ({ number, state, area, submitted_at }));
    expect(told(await bookings(await fill()))).toEqual(told(await bookings(server)));
  });
});
