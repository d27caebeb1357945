import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import type { BookingFile } from '../../../src/contract/staff/desk';
import { engines, startDatabases } from '../../support/databases';
import { type Desk, PAGI, SIANG, staffCommand, startDesk } from '../../support/desk';
import type { SignedInMember } from '../../support/staff';
import { request, submit } from '../../support/test-server';

const { recipientIs: _, recipient: __, ...changeable } = request;
const DONE = { outcome: 'done' };
const refused = (code: string) => ({ outcome: 'refused', problem: { code } });

describe.each(engines)('commands of the desk on %s', (engine) => {
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
  const send = async (desk: Desk, who: SignedInMember, command: object) => {
    const { status, body } = await desk.post(who, '/api/staff/commands', { commands: [command] });
    expect(status).toBe(200);
    return (body.results as readonly unknown[])[0];
  };
  const file = async (desk: Desk, me: SignedInMember, id: string) =>
    (await desk.get(me, `/api/staff/bookings/${id}`)).body as unknown as BookingFile;
  const unitOf = async (desk: Desk, me: SignedInMember, id: string) =>
    (await file(desk, me, id)).booking.scheduled?.unit;
  const row = async (desk: Desk, device: string) => (await desk.rowsOf(device))[0];

  test('accept and ask; the resident sees both, a follower not the words', async () => {
    const { desk, me } = await start();
    const token = 'A'.repeat(22);
    const id = await desk.book('a', { preferences: [PAGI] }, token);
    await desk.send('b', {
      id: randomUUID(),
      madeAt: '2026-11-23T02:00:00.000Z',
      name: 'follow-booking',
      token,
    });
    expect(await send(desk, me, staffCommand('accept-booking', id, { revision: 1 }))).toMatchObject(DONE);
    expect(
      await send(desk, me, staffCommand('ask-resident', id, { revision: 2, text: 'Foto KK, ya' })),
    ).toMatchObject(DONE);
    expect(await row(desk, 'a')).toMatchObject({
      revision: 3,
      acceptedAt: '2026-11-23T02:00:00.000Z',
      question: { text: 'Foto KK, ya' },
    });
    expect(await row(desk, 'b')).toMatchObject({ role: 'follower', question: { text: '' } });
    const asked = await desk.get(me, '/api/staff/bookings?view=asked');
    expect(asked.body).toMatchObject({ total: 1, lines: [{ hasQuestion: true }] });
    expect(await send(desk, me, staffCommand('ask-resident', id, { revision: 3, text: '' }))).toMatchObject(
      DONE,
    );
    expect((await row(desk, 'a'))?.question).toBeUndefined();
    expect((await file(desk, me, id)).booking.history).toMatchObject([
      { action: 'submit', by: 'requester' },
      { action: 'accept', by: 'Contoh Koordinator' },
      { action: 'ask', note: 'Foto KK, ya' },
      { action: 'ask' },
    ]);
    const stored = JSON.stringify(await desk.context.db.selectFrom('bookings').selectAll().execute());
    expect(stored).not.toContain('Foto KK');
  });

  test('are refused when stale, change nothing then, and are done after reading again', async () => {
    const { desk, me } = await start();
    const id = await desk.book('a', { preferences: [PAGI] });
    await send(desk, me, staffCommand('accept-booking', id, { revision: 1 }));
    const stale = [
      staffCommand('accept-booking', id, { revision: 1 }),
      staffCommand('ask-resident', id, { revision: 1, text: 'x' }),
      staffCommand('move-visit', id, { revision: 1, choice: { ...SIANG, unit: await unitOf(desk, me, id) } }),
      staffCommand('change-request', id, { revision: 1, request: changeable, date: 'keep' }),
      staffCommand('promote-booking', id, { revision: 1 }),
      staffCommand('refer-booking', id, { revision: 1, whereTo: 'x' }),
      staffCommand('cancel-visit', id, { revision: 1, reason: 'x' }),
      staffCommand('resolve-record', id, { revision: 1, recordId: randomUUID(), keep: true }),
    ];
    const before = await file(desk, me, id);
    for (const command of stale)
      expect(await send(desk, me, command)).toMatchObject(refused('booking-changed'));
    expect(await file(desk, me, id)).toEqual(before);
    expect(
      await send(desk, me, staffCommand('cancel-visit', id, { revision: 2, reason: 'Libur' })),
    ).toMatchObject(DONE);
    expect(await row(desk, 'a')).toMatchObject({
      state: 'cancelled',
      cancelled: { by: 'desk', reason: 'Libur' },
    });
  });

  test('refer a request to a place, which is no plain cancellation', async () => {
    const { desk, me } = await start();
    const id = await desk.book('a', { preferences: [PAGI] });
    const where = 'Kantor Imigrasi';
    expect(
      await send(desk, me, staffCommand('refer-booking', id, { revision: 1, whereTo: where })),
    ).toMatchObject(DONE);
    expect(await row(desk, 'a')).toMatchObject({
      state: 'cancelled',
      isReferred: true,
      cancelled: { by: 'desk', reason: where },
    });
    const over = async () => (await desk.get(me, '/api/staff/bookings?view=over')).body;
    expect((await file(desk, me, id)).booking).toMatchObject({ state: 'cancelled', referredTo: where });
    expect(await over()).toMatchObject({ lines: [{ state: 'cancelled', referredTo: where }] });
    const other = await desk.book('b', { preferences: [PAGI] });
    await send(desk, me, staffCommand('cancel-visit', other, { revision: 1, reason: 'Libur' }));
    expect(await row(desk, 'b')).not.toHaveProperty('isReferred');
    expect((await file(desk, me, other)).booking).not.toHaveProperty('referredTo');
  });

  test('add a note without a new revision, so that no edit becomes stale, and the resident never gets the note', async () => {
    const { desk, me } = await start();
    const id = await desk.book('a');
    expect(await send(desk, me, staffCommand('add-note', id, { text: 'Anjing galak' }))).toMatchObject(DONE);
    const read = await file(desk, me, id);
    expect(read.booking).toMatchObject({
      revision: 1,
      notes: [{ note: 'Anjing galak', by: 'Contoh Koordinator' }],
    });
    expect(JSON.stringify(await desk.rowsOf('a'))).not.toContain('Anjing');
  });

  test('reschedule into the kept share, never beyond, and a waiting booking gets the freed room', async () => {
    const { desk, me } = await start();
    const first = await desk.book('a', { preferences: [SIANG] });
    await desk.book('b', { preferences: [SIANG] });
    await desk.book('waiter', { preferences: [SIANG] });
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) ids.push(await desk.book(`m${n}`, { preferences: [PAGI] }));
    const unit = await unitOf(desk, me, first);
    const choice = { ...SIANG, unit };
    const reschedule = (id: string) =>
      send(desk, me, staffCommand('move-visit', id, { revision: 1, choice }));
    expect(await reschedule(ids[0] ?? '')).toMatchObject(DONE);
    expect(await reschedule(ids[1] ?? '')).toMatchObject(DONE);
    expect(await reschedule(ids[2] ?? '')).toMatchObject(refused('window-full'));
    expect((await row(desk, 'm2'))?.scheduled).toMatchObject(PAGI);
    expect((await row(desk, 'm0'))?.scheduled).toMatchObject(SIANG);
    const sunday = staffCommand('move-visit', first, {
      revision: 1,
      choice: { ...choice, date: '2026-11-29' },
    });
    expect(await send(desk, me, sunday)).toMatchObject(refused('window-not-offered'));
    const away = staffCommand('move-visit', first, { revision: 1, choice: { ...PAGI, unit } });
    expect(await send(desk, me, away)).toMatchObject(DONE);
    expect(await row(desk, 'waiter')).toMatchObject({ state: 'scheduled', scheduled: SIANG });
    expect(desk.errors).toEqual([]);
  });

  test('reschedule many visits into the last minutes at once, as many as there is room for', async () => {
    const { desk, me } = await start();
    const ids: string[] = [];
    for (let n = 0; n < 8; n += 1) ids.push(await desk.book(`d${n}`, { preferences: [PAGI] }));
    const unit = await unitOf(desk, me, ids[0] ?? '');
    const other = await desk.signIn('coordinator');
    const results = await Promise.all(
      ids.map((id, n) =>
        send(
          desk,
          n % 2 ? me : other,
          staffCommand('move-visit', id, { revision: 1, choice: { ...SIANG, unit } }),
        ),
      ),
    );
    const outcomes = results.map((result) => (result as { outcome: string }).outcome).sort();
    expect(outcomes).toEqual([...Array(4).fill('done'), ...Array(4).fill('refused')]);
    const slots = await desk.context.db
      .selectFrom('slots')
      .selectAll()
      .where('day', '=', SIANG.date as never)
      .execute();
    for (const slot of slots) expect(slot.used_minutes).toBeLessThanOrEqual(slot.capacity_minutes);
    expect(slots.find(({ window_id }) => String(window_id) === 'siang')?.used_minutes).toBe(120);
  });

  test('on one request from two desks at once: the first is done, the second refused', async () => {
    const { desk, me } = await start();
    const other = await desk.signIn('coordinator');
    const id = await desk.book('a', { preferences: [PAGI] });
    const results = await Promise.all([
      send(desk, me, staffCommand('cancel-visit', id, { revision: 1, reason: 'satu' })),
      send(desk, other, staffCommand('accept-booking', id, { revision: 1 })),
    ]);
    expect(results.filter((result) => (result as { outcome: string }).outcome === 'done')).toHaveLength(1);
    expect(results).toContainEqual(expect.objectContaining({ outcome: 'refused' }));
  });

  test('promote into the kept share and refer elsewhere', async () => {
    const { desk, me } = await start();
    for (const device of ['a', 'b']) await desk.book(device, { preferences: [SIANG] });
    const id = await desk.book('c', { preferences: [SIANG] });
    expect(await row(desk, 'c')).toMatchObject({ state: 'waiting' });
    expect(await send(desk, me, staffCommand('promote-booking', id, { revision: 1 }))).toMatchObject(DONE);
    expect(await row(desk, 'c')).toMatchObject({ state: 'scheduled', scheduled: SIANG });
    expect(await send(desk, me, staffCommand('promote-booking', id, { revision: 2 }))).toMatchObject(
      refused('booking-state-forbids'),
    );
    expect(
      await send(desk, me, staffCommand('refer-booking', id, { revision: 2, whereTo: 'Kantor A' })),
    ).toMatchObject(DONE);
    expect(await row(desk, 'c')).toMatchObject({
      state: 'cancelled',
      cancelled: { by: 'desk', reason: 'Kantor A' },
    });
    expect((await file(desk, me, id)).booking.history.at(-1)).toMatchObject({
      action: 'refer',
      note: 'Kantor A',
    });
  });

  test('take a booking by phone into the kept share, by the same rules, once', async () => {
    const { desk, me } = await start();
    for (const device of ['a', 'b']) await desk.book(device, { preferences: [SIANG] });
    const { request: asked } = submit({ preferences: [SIANG] });
    const take = staffCommand('take-booking', randomUUID(), { request: asked, channel: 'phone' });
    expect(await send(desk, me, take)).toMatchObject(DONE);
    expect(await send(desk, me, take)).toMatchObject(DONE);
    expect(await send(desk, me, { ...take, id: randomUUID() })).toMatchObject(DONE);
    expect(await send(desk, me, { ...take, channel: 'callback' })).toMatchObject(
      refused('command-id-reused'),
    );
    const other = await desk.signIn('coordinator');
    expect(await send(desk, other, { ...take, id: randomUUID() })).toMatchObject(refused('booking-id-taken'));
    const read = await file(desk, me, take.bookingId);
    expect(read.booking.scheduled).toMatchObject(SIANG);
    expect(read.booking.acceptedAt).toBeDefined();
    expect((await desk.get(me, '/api/staff/bookings?view=open')).body.total).toBe(3);
    const bad = { ...asked, services: ['no-such-service'] };
    const wrong = staffCommand('take-booking', randomUUID(), { request: bad, channel: 'phone' });
    expect(await send(desk, me, wrong)).toMatchObject(refused('service-unknown'));
  });

  test('let a kelurahan book and note in its own areas, and nothing more', async () => {
    const { desk } = await start();
    const { area } = request.place;
    const own = await desk.signIn('kelurahan', { areas: [area] });
    const other = await desk.signIn('kelurahan', { areas: ['18.72.02.1001'] });
    const { request: asked } = submit();
    const take = (channel: string) => staffCommand('take-booking', randomUUID(), { request: asked, channel });
    const taken = take('kelurahan');
    expect(await send(desk, own, taken)).toMatchObject(DONE);
    expect(await send(desk, own, take('phone'))).toMatchObject(refused('role-forbids'));
    expect(await send(desk, other, take('kelurahan'))).toMatchObject(refused('area-unknown'));
    const note = (who: SignedInMember) =>
      send(desk, who, staffCommand('add-note', taken.bookingId, { text: 'x' }));
    expect(await note(own)).toMatchObject(DONE);
    expect(await note(other)).toMatchObject(refused('booking-not-found'));
    const cancel = staffCommand('cancel-visit', taken.bookingId, { revision: 1, reason: 'x' });
    expect(await send(desk, own, cancel)).toMatchObject(refused('role-forbids'));
    for (const role of ['crew', 'admin'] as const) {
      const who = await desk.signIn(role);
      expect((await desk.post(who, '/api/staff/commands', { commands: [] })).status).toBe(403);
    }
    expect(await send(desk, own, staffCommand('no-such', taken.bookingId))).toMatchObject(
      refused('command-unknown'),
    );
    expect(desk.errors).toEqual([]);
  });
});
