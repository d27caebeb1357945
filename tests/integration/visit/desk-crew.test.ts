import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import type { BookingFile } from '../../../src/contract/staff/desk';
import type { StaffSyncResponse } from '../../../src/contract/staff/run-sheet';
import { promoteWaiting } from '../../../src/server/jobs/capacity/promote-waiting';
import { engines, startDatabases } from '../../support/databases';
import { allDone, type Desk, PAGI, SIANG, staffCommand, startDesk } from '../../support/desk';
import type { SignedInMember } from '../../support/staff';
import { cancel, newToken, request } from '../../support/test-server';

const DONE = { outcome: 'done' };
const refused = (code: string) => ({ outcome: 'refused', problem: { code } });
/** Tuesday 24 November, 08.00 in Metro. */
const TUESDAY_8 = Date.parse('2026-11-24T01:00:00Z');

describe.each(engines)('commands of crews on %s', (engine) => {
  const databases = startDatabases(engine);
  const apps: Desk['app'][] = [];
  afterAll(async () => {
    for (const app of apps) await app.close();
    await databases.stop();
  });

  /** Makes a visit on Tuesday morning, with its crew, the crew of another unit and a coordinator. */
  const start = async (signedInAt?: number) => {
    const desk = await startDesk(await (await databases.create()).open());
    apps.push(desk.app);
    const token = newToken();
    const id = await desk.book('a', { preferences: [PAGI] }, token);
    if (signedInAt !== undefined) desk.setClock(signedInAt);
    const me = await desk.signIn('coordinator');
    const { booking } = (await desk.get(me, `/api/staff/bookings/${id}`)).body as unknown as BookingFile;
    const unit = booking.scheduled?.unit ?? '';
    const otherUnit = desk.context.city.settings.units.find((candidate) => candidate.id !== unit)?.id ?? '';
    const crew = await desk.signIn('crew', { unit, name: 'Contoh Kru' });
    const otherCrew = await desk.signIn('crew', { unit: otherUnit });
    return { desk, me, id, token, unit, crew, otherCrew, booking, services: booking.request.services };
  };
  const sync = async (
    desk: Desk,
    who: SignedInMember,
    commands: object[] = [],
    cursor: string | null = null,
  ) => {
    const { status, body } = await desk.post(who, '/api/staff/sync', { version: 1, cursor, commands });
    expect(status).toBe(200);
    return body as unknown as StaffSyncResponse;
  };
  const decide = async (desk: Desk, who: SignedInMember, command: object) => {
    const { body } = await desk.post(who, '/api/staff/commands', { commands: [command] });
    return (body.results as readonly unknown[])[0];
  };
  const row = async (desk: Desk, device = 'a') => (await desk.rowsOf(device))[0];
  const readFile = async (desk: Desk, me: SignedInMember, id: string) =>
    (await desk.get(me, `/api/staff/bookings/${id}`)).body as unknown as BookingFile;

  test('follow a whole visit through sheet, departure, arrival and record, and the resident sees each step', async () => {
    const { desk, id, token, crew, services } = await start(TUESDAY_8);
    const { sheet, cursor } = await sync(desk, crew);
    expect(sheet?.days[0]).toBe('2026-11-24');
    expect(sheet?.visits).toMatchObject([{ id, position: 1, request: { recipient: { nikLast4: '0001' } } }]);
    expect(JSON.stringify(sheet)).not.toContain('1872014107500001');
    expect((await sync(desk, crew, [], cursor)).sheet).toBeNull();
    const travel = await sync(desk, crew, [staffCommand('start-travel', id)], cursor);
    expect(travel.results).toMatchObject([DONE]);
    expect(travel.sheet?.visits).toMatchObject([{ state: 'departed' }]);
    expect(await row(desk)).toMatchObject({
      state: 'departed',
      visit: { departedAt: '2026-11-23T01:30:00.000Z' },
    });
    const wrong = { kind: 'token', token: newToken() };
    expect(
      (await sync(desk, crew, [staffCommand('arrive-at-home', id, { proof: wrong })])).results,
    ).toMatchObject([refused('proof-not-valid')]);
    const arrive = staffCommand('arrive-at-home', id, { proof: { kind: 'token', token } });
    expect((await sync(desk, crew, [arrive])).results).toMatchObject([DONE]);
    expect((await row(desk))?.state).toBe('arrived');
    const outcomes = services.map((service) => ({ service, outcome: 'papers-missing', reason: 'KK hilang' }));
    const record = allDone(id, services, {
      outcomes,
      lacking: ['kk'],
      nextVisit: 'wanted',
      note: 'Rumah biru',
    });
    expect((await sync(desk, crew, [record, record])).results).toMatchObject([DONE, DONE]);
    const closed = await row(desk);
    expect(closed).toMatchObject({
      state: 'closed',
      visit: { outcomes, lacking: ['kk'], nextVisit: 'wanted' },
    });
    expect(JSON.stringify(closed)).not.toContain('Rumah biru');
    await desk.send('f', {
      id: randomUUID(),
      madeAt: '2026-11-23T02:00:00.000Z',
      name: 'follow-booking',
      token,
    });
    expect(await row(desk, 'f')).toMatchObject({
      visit: { outcomes: [{ outcome: 'papers-missing', reason: '' }] },
    });
    expect(desk.errors).toEqual([]);
  });

  test('are done when a whole day comes late and at once without a departure, and the number is proof too', async () => {
    const { desk, id, crew, booking, services } = await start(TUESDAY_8 + 12 * 3_600_000);
    const day = [
      staffCommand('arrive-at-home', id, { proof: { kind: 'number', number: booking.number } }),
      allDone(id, services),
      staffCommand('start-travel', id),
    ];
    expect((await sync(desk, crew, day)).results).toMatchObject([DONE, DONE, DONE]);
    expect((await row(desk))?.state).toBe('closed');
    expect((await sync(desk, crew, day)).results).toMatchObject([DONE, DONE, DONE]);
    const records = await desk.context.db.selectFrom('visit_records').selectAll().execute();
    expect(records).toHaveLength(3);
    expect(JSON.stringify(records)).not.toContain('done');
  });

  test('are refused for a record that lacks a service or a reason', async () => {
    const { desk, id, crew, services } = await start();
    const outcomes = services.map((service) => ({ service, outcome: 'not-home', reason: ' ' }));
    const commands = [allDone(id, services, { outcomes }), allDone(id, ['ktp-lain'])];
    expect((await sync(desk, crew, commands)).results).toMatchObject([
      refused('record-not-valid'),
      refused('record-not-valid'),
    ]);
    expect((await row(desk))?.state).toBe('scheduled');
  });

  test('give an older app a sheet it can read, and the own number of a contact abroad beside it', async () => {
    const { desk } = await start();
    const phone = '+966501234567';
    const id = await desk.book('b', { preferences: [PAGI], contact: { ...request.contact, phone } });
    desk.setClock(TUESDAY_8);
    const me = await desk.signIn('coordinator');
    const { booking } = await readFile(desk, me, id);
    expect(booking.request.contact).toMatchObject({ phone: '+620000000', phoneAbroad: phone });
    const crew = await desk.signIn('crew', { unit: booking.scheduled?.unit ?? '' });
    const { sheet } = await sync(desk, crew);
    const contacts = sheet?.visits.map((visit) => visit.request.contact) ?? [];
    expect(sheet?.visits.find((visit) => visit.id === id)?.request.contact.phoneAbroad).toBe(phone);
    // The pattern that the apps of crews have had until now.
    for (const contact of contacts) expect(contact.phone).toMatch(/^\+62\d{7,12}$/);
    expect(contacts.filter((contact) => 'phoneAbroad' in contact)).toHaveLength(1);
  });

  test('are refused for visits that are not on the sheet, which only a crew with a unit has', async () => {
    const { desk, id, otherCrew, services } = await start();
    const commands = [
      allDone(id, services),
      staffCommand('add-note', id, { text: 'x' }),
      staffCommand('start-travel', randomUUID()),
    ];
    const { results, sheet } = await sync(desk, otherCrew, commands);
    expect(results).toMatchObject(Array(3).fill(refused('visit-not-on-sheet')));
    expect(sheet?.visits).toEqual([]);
    const unassigned = await desk.signIn('crew');
    const body = { version: 1, cursor: null, commands: [] };
    expect((await desk.post(unassigned, '/api/staff/sync', body)).status).toBe(422);
    for (const role of ['coordinator', 'kelurahan', 'admin'] as const) {
      expect((await desk.post(await desk.signIn(role), '/api/staff/sync', body)).status).toBe(403);
    }
  });

  test('return a visit to the desk, which sees why, and no job schedules it again', async () => {
    const { desk, me, id, crew } = await start();
    const { cursor } = await sync(desk, crew);
    const back = await sync(desk, crew, [staffCommand('return-visit', id, { reason: 'Ban bocor' })], cursor);
    expect(back.results).toMatchObject([DONE]);
    expect(back.sheet?.visits).toEqual([]);
    expect(await row(desk)).toMatchObject({ state: 'waiting' });
    expect(await promoteWaiting(desk.context)).toBe(0);
    const { booking } = await readFile(desk, me, id);
    expect(booking.history.at(-1)).toMatchObject({ action: 'return', by: 'Contoh Kru', note: 'Ban bocor' });
    const promoted = await decide(
      desk,
      me,
      staffCommand('promote-booking', id, { revision: booking.revision }),
    );
    expect(promoted).toMatchObject(DONE);
    expect((await row(desk))?.state).toBe('scheduled');
  });

  test.each(['cancelled', 'moved', 'closed'] as const)(
    'keep the record of a visit that was %s meanwhile, and show it to crew and desk',
    async (why) => {
      const { desk, me, id, crew, unit, services } = await start();
      const { cursor } = await sync(desk, crew);
      if (why === 'cancelled') await desk.send('a', cancel(id));
      if (why === 'moved') await sync(desk, crew, [staffCommand('return-visit', id, { reason: 'x' })]);
      if (why === 'closed') await sync(desk, await desk.signIn('crew', { unit }), [allDone(id, services)]);
      const before = await row(desk);
      const outcomes = services.map((service) => ({ service, outcome: 'declined', reason: 'Sudah punya' }));
      const record = allDone(id, services, { outcomes });
      const late = await sync(desk, crew, [staffCommand('start-travel', id), record], cursor);
      expect(late.results).toMatchObject([DONE, DONE]);
      expect(late.sheet?.conflicts).toMatchObject([{ recordId: record.id, bookingId: id, why }]);
      expect((await row(desk))?.state).toBe(before?.state);
      const list = await desk.get(me, '/api/staff/bookings?view=conflict');
      expect(list.body).toMatchObject({ total: 1, lines: [{ id, hasConflict: true }] });
      expect((await desk.get(me, '/api/staff/day-plan')).body.counts).toMatchObject({ conflict: 1 });
      const file = await readFile(desk, me, id);
      expect(file.conflicts).toMatchObject([{ recordId: record.id, why }]);
      const resolve = (recordId: string, revision: number) =>
        decide(desk, me, staffCommand('resolve-record', id, { revision, recordId, keep: true }));
      const { revision } = file.booking;
      expect(await resolve(randomUUID(), revision)).toMatchObject(refused('record-not-found'));
      expect(await resolve(record.id, revision)).toMatchObject(DONE);
      expect(await row(desk)).toMatchObject({ state: 'closed', visit: { outcomes } });
      expect((await row(desk))?.cancelled).toBeUndefined();
      expect((await sync(desk, crew, [], late.cursor)).sheet?.conflicts).toEqual([]);
      expect(await resolve(record.id, revision + 1)).toMatchObject(refused('record-not-found'));
      expect(desk.errors).toEqual([]);
    },
  );

  test('change nothing for the resident when the desk drops the record', async () => {
    const { desk, me, id, crew, services } = await start();
    await desk.send('a', cancel(id));
    const record = allDone(id, services);
    await sync(desk, crew, [record]);
    const { booking } = await readFile(desk, me, id);
    const drop = staffCommand('resolve-record', id, {
      revision: booking.revision,
      recordId: record.id,
      keep: false,
    });
    expect(await decide(desk, me, drop)).toMatchObject(DONE);
    expect(await row(desk)).toMatchObject({ state: 'cancelled', cancelled: { by: 'requester' } });
    expect((await readFile(desk, me, id)).conflicts).toEqual([]);
  });

  test('leave the sheet of a unit from which the desk took the visit, and a late record becomes a conflict', async () => {
    const { desk, me, id, unit, crew, otherCrew, services } = await start();
    const { cursor } = await sync(desk, crew);
    const slots = (await desk.get(me, '/api/staff/slots?area=18.72.01.1001&minutes=30')).body.slots as {
      unit: string;
      date: string;
      window: string;
    }[];
    const elsewhere = slots.find((slot) => slot.unit !== unit);
    if (elsewhere === undefined) {
      // The rota gives this area one unit: another window of that unit is the farthest the visit can be
      // rescheduled.
      const choice = { ...SIANG, unit };
      expect(await decide(desk, me, staffCommand('move-visit', id, { revision: 1, choice }))).toMatchObject(
        DONE,
      );
      expect((await sync(desk, crew, [], cursor)).sheet?.visits).toMatchObject([{ scheduled: SIANG }]);
      return;
    }
    const { date, window } = elsewhere;
    const choice = { date, window, unit: elsewhere.unit };
    expect(await decide(desk, me, staffCommand('move-visit', id, { revision: 1, choice }))).toMatchObject(
      DONE,
    );
    expect((await sync(desk, crew, [], cursor)).sheet?.visits).toEqual([]);
    const late = await sync(desk, crew, [allDone(id, services)]);
    expect(late.sheet?.conflicts).toMatchObject([{ why: 'moved' }]);
    expect((await sync(desk, otherCrew)).sheet?.unit.id).toBe(elsewhere.unit);
  });
});
