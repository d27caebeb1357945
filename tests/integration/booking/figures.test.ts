import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import type { BookingFile } from '../../../src/contract/staff/desk';
import type { Figures, FiguresQuery } from '../../../src/contract/staff/figures';
import type { BookingId } from '../../../src/domain/booking/booking';
import type { ServiceId } from '../../../src/domain/catalogue/service';
import type { Outcome } from '../../../src/domain/visit/outcome';
import { IS_FOLLOW_UP } from '../../../src/server/db/booking/follow-up';
import { writeCity } from '../../../src/server/db/engine/write-city';
import { writeOutcomes } from '../../../src/server/db/visit/write-outcomes';
import { indexOutcomes } from '../../../src/server/jobs/visit/index-outcomes';
import { figuresOf } from '../../../src/server/queries/figures/figures';
import { eraseBookingData } from '../../../src/server/steps/booking/erase-booking-data';
import { engines, startDatabases } from '../../support/databases';
import { allDone, type Desk, PAGI, staffCommand, startDesk } from '../../support/desk';
import { MONDAY_9, newToken, request } from '../../support/test-server';

const DAY_MS = 86_400_000;
const NOVEMBER = 'from=2026-11&to=2026-11';

describe.each(engines)('figures on %s', (engine) => {
  const databases = startDatabases(engine);
  const apps: Desk['app'][] = [];
  afterAll(async () => {
    for (const app of apps) await app.close();
    await databases.stop();
  });
  const start = async () => {
    const desk = await startDesk(await (await databases.create()).open());
    apps.push(desk.app);
    const signIn = () => desk.signIn('coordinator');
    return { desk, signIn, me: await signIn() };
  };

  let people = 0;
  const newPerson = () => {
    people += 1;
    return { contact: { ...request.contact, phone: `+62812${String(people).padStart(8, '0')}` } };
  };
  /** Makes a visit that a crew closed at an instant with this outcome for each service. */
  const visited = async (
    desk: Desk,
    changes: object,
    closedAt: number,
    outcomes: Record<string, Outcome>,
  ) => {
    const services = Object.keys(outcomes);
    const id = (await desk.book(`d${Math.random()}`, { services, ...changes })) as BookingId;
    await writeCity(desk.context, async (write) => {
      const rows = services.map((service) => ({
        service: service as ServiceId,
        outcome: outcomes[service] ?? 'done',
      }));
      await writeOutcomes(write, id, rows);
      await write.tx
        .updateTable('bookings')
        .set({ state: 'closed', closed_at: closedAt })
        .where('id', '=', id)
        .execute();
    });
    return id;
  };
  const read = async (desk: Desk, me: Parameters<Desk['get']>[0], query = NOVEMBER) => {
    const { status, body } = await desk.get(me, `/api/staff/figures?${query}`);
    expect(status).toBe(200);
    return body as unknown as Figures;
  };

  test('count "satu kunjungan selesai" over first visits, done with all services; a follow-up is in neither number', async () => {
    const { desk, me, signIn } = await start();
    const at = MONDAY_9 + 2 * DAY_MS;
    for (let n = 0; n < 6; n += 1)
      await visited(desk, newPerson(), at, { kk: 'done', 'ktp-penggantian': 'done' });
    const again = newPerson();
    await visited(desk, again, at, { kk: 'papers-missing', 'ktp-penggantian': 'done' });
    await visited(desk, newPerson(), at, { 'konsultasi-izin': 'referred' });
    expect((await read(desk, me)).oneVisit).toEqual({ done: 6, of: 8 });
    desk.setClock(at + DAY_MS);
    await visited(desk, again, at + 3 * DAY_MS, { kk: 'done' });
    // Another service for the same person is a first visit.
    await visited(desk, again, at + 3 * DAY_MS, { pbb: 'done' });
    const later = await signIn();
    const figures = await read(desk, later);
    expect(figures).toMatchObject({ requests: 10, visits: 10, oneVisit: { done: 7, of: 9 } });
    expect(figures.programmes).toEqual([
      { programme: 'mpp-mobile', oneVisit: { done: 7, of: 8 } },
      { programme: 'nasi-ketan', oneVisit: null },
    ]);
    expect(figures.kecamatan.find(({ name }) => name === 'Metro Pusat')?.oneVisit).toEqual({
      done: 7,
      of: 9,
    });
    expect(figures.waiting).toEqual({ medianDays: 2, people: 9, withinPromise: 9, promiseDays: 3 });
    expect(await read(desk, later, 'from=2026-10&to=2026-10')).toMatchObject({
      requests: 0,
      visits: 0,
      oneVisit: { done: 0, of: 0 },
    });
  });

  test('stay the same as bookings are erased one by one, and follow-ups stay follow-ups', async () => {
    const { desk } = await start();
    const outcomes = ['done', 'papers-missing', 'done', 'referred'] as const;
    const services = ['kk', 'ktp-penggantian', 'pbb'] as const;
    const persons = Array.from({ length: 6 }, newPerson);
    // Any mix will do if it is the same at each run: 48 visits in 288 days, eight to a person.
    for (let n = 0; n < 48; n += 1) {
      const at = MONDAY_9 + ((n * 7) % 48) * 6 * DAY_MS;
      desk.setClock(at);
      const turn = Math.floor(n / 6);
      const of = {
        [services[(turn + Math.floor(turn / 4)) % 3] ?? 'kk']: outcomes[(turn + n) % 4],
        ...(n % 4 === 0 ? { pbb: 'partly-done' } : {}),
      };
      await visited(desk, persons[n % 6] ?? {}, at + DAY_MS, of as Record<string, Outcome>);
    }
    // Requested, and not visited before the others are erased.
    desk.setClock(MONDAY_9 + 290 * DAY_MS);
    const late = await desk.book('late', { services: ['kk', 'pbb'], ...persons[0] });
    const { db } = desk.context;
    const asked = { from: '2026-11', to: '2027-10' } as FiguresQuery;
    const followUps = async () => {
      const { rows } = await sql<{
        id: string;
      }>`SELECT b.id FROM bookings b WHERE ${IS_FOLLOW_UP}
        AND EXISTS (SELECT 1 FROM visit_outcomes o WHERE o.booking_id = b.id) ORDER BY b.id`.execute(db);
      return rows.map(({ id }) => id);
    };
    const before = { figures: await figuresOf(desk.context, asked), followUps: await followUps() };
    expect(before.followUps.length).toBeGreaterThan(8);
    expect(before.followUps.length).toBeLessThan(40);
    expect(before.figures.oneVisit?.of).toBeGreaterThan(5);
    const over = await db
      .selectFrom('bookings')
      .select('id')
      .where('state', '=', 'closed')
      .orderBy('number')
      .execute();
    expect(over).toHaveLength(48);
    for (const { id } of over) {
      await writeCity(desk.context, (write) =>
        eraseBookingData(write, id, { to: 'closed', actor: 'system' }),
      );
      expect(await followUps()).toEqual(before.followUps);
    }
    expect(await figuresOf(desk.context, asked)).toEqual(before.figures);
    await writeCity(desk.context, (write) =>
      writeOutcomes(write, late as BookingId, [{ service: 'pbb' as ServiceId, outcome: 'done' }]),
    );
    expect(await followUps()).toContain(late);
  });

  test('hide counts of under 5 on screen and in the CSV, and cannot be worked out by subtraction', async () => {
    const { desk, me } = await start();
    const [first, second, third] = desk.context.city.areas.map(({ code }) => code);
    const in_ = (area: string | undefined) => ({ ...newPerson(), place: { ...request.place, area } });
    const counts = [
      [first, 9],
      [second, 6],
      [third, 2],
    ] as const;
    for (const [area, count] of counts) {
      for (let n = 0; n < count; n += 1)
        await visited(desk, in_(area), MONDAY_9, { kk: n < 3 ? 'done' : 'not-home' });
    }
    const { kelurahan, outcomes, requests } = await read(desk, me);
    const shown = (area: string | undefined) => kelurahan.find((line) => line.area === area);
    expect(requests).toBe(17);
    expect(shown(first)).toMatchObject({ requests: 9, visits: 9 });
    expect(shown(second)).toMatchObject({ requests: null, visits: null });
    expect(shown(third)).toMatchObject({ requests: null, visits: null });
    expect(outcomes.find(({ outcome }) => outcome === 'done')?.services).toBe(8);
    const csv = await desk.app.inject({ url: `/api/staff/figures.csv?${NOVEMBER}`, headers: me.headers });
    expect(csv.statusCode).toBe(200);
    expect(csv.body.match(/"kelurahan",.*"<5"/g)).toHaveLength(4);
    expect(csv.body).not.toMatch(/Siti|Budi|62812|Jalan/);
    const url = `/api/staff/figures.csv?${NOVEMBER}&separator=semicolon`;
    const { body } = await desk.app.inject({ url, headers: me.headers });
    expect(body.startsWith('\uFEFF"tabel";"baris";"angka";"nilai"\r\n')).toBe(true);
    expect(body.split('\r\n')).toHaveLength(csv.body.split('\r\n').length);
    expect((await desk.get(me, '/api/staff/figures?from=2026-11&to=2026-10')).status).toBe(422);
    expect((await desk.get(me, '/api/staff/figures?from=2026-11-01&to=2026-11-02')).status).toBe(422);
  });

  test("count a crew's record, and an older record once it is indexed", async () => {
    const { desk, signIn } = await start();
    const token = newToken();
    const id = await desk.book('a', { preferences: [PAGI] }, token);
    desk.setClock(Date.parse('2026-11-24T01:00:00Z'));
    const me = await signIn();
    const { booking } = (await desk.get(me, `/api/staff/bookings/${id}`)).body as unknown as BookingFile;
    const crew = await desk.signIn('crew', { unit: booking.scheduled?.unit ?? '' });
    const commands = [
      staffCommand('start-travel', id),
      staffCommand('arrive-at-home', id, { proof: { kind: 'token', token } }),
      allDone(id, booking.request.services),
    ];
    const sent = await desk.post(crew, '/api/staff/sync', { version: 1, cursor: null, commands });
    expect(sent.body.results).toMatchObject(commands.map(() => ({ outcome: 'done' })));
    const { db } = desk.context;
    const rows = () => db.selectFrom('visit_outcomes').selectAll().execute();
    const written = await rows();
    expect(written).toMatchObject(booking.request.services.map((service) => ({ service, outcome: 'done' })));
    await db.deleteFrom('visit_outcomes').execute();
    expect((await read(desk, me)).visits).toBe(0);
    expect(await indexOutcomes(desk.context)).toBe(1);
    expect(await indexOutcomes(desk.context)).toBe(0);
    expect(await rows()).toEqual(written);
    expect((await read(desk, me)).visits).toBe(1);
  });
});
