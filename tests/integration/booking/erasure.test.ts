import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import type { BookingFile, ErasedFile, QueuePage } from '../../../src/contract/staff/desk';
import type { StaffSyncResponse } from '../../../src/contract/staff/run-sheet';
import { unseal } from '../../../src/server/db/secret/seal';
import { eraseExpiredBookings } from '../../../src/server/jobs/booking/erase-expired-bookings';
import { verifyAudit } from '../../../src/server/queries/audit/audit-page';
import { engines, startDatabases } from '../../support/databases';
import { allDone, type Desk, PAGI, staffCommand, startDesk } from '../../support/desk';
import { cancel, follow, MONDAY_9, newToken } from '../../support/test-server';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const TUESDAY_9 = Date.parse('2026-11-24T02:00:00Z');
const KEPT_MS = 365 * DAY_MS;
const WORDS = 'Ibu sulit berjalan ke pintu';

function erase(bookingId: string) {
  return { ...staffCommand('erase-booking', bookingId) };
}

/** Reads SQLite's file with everything that was written. */
async function readWhole({ context: { db } }: Desk): Promise<Buffer> {
  const { rows } = await sql<{ file: string }>`PRAGMA database_list`.execute(db);
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
  return readFileSync(rows[0]?.file ?? '');
}

describe.each(engines)('erasure on %s', (engine) => {
  const databases = startDatabases(engine);
  const apps: Desk['app'][] = [];
  afterAll(async () => {
    for (const app of apps) await app.close();
    await databases.stop();
  });
  const open = async () => {
    const desk = await startDesk(await (await databases.create()).open());
    apps.push(desk.app);
    return desk;
  };
  const fileOf = async (desk: Desk, id: string) => {
    const me = await desk.signIn('coordinator');
    return (await desk.get(me, `/api/staff/bookings/${id}`)).body;
  };
  /**
   * Makes a visit with words everywhere (notes, a question, reasons, a follower), closed by its crew on
   * Tuesday.
   */
  const closed = async (desk: Desk) => {
    const token = newToken();
    const id = await desk.book('a', { preferences: [PAGI], needsNote: WORDS }, token);
    await desk.send('b', { ...follow(token), followerName: 'Ani Contoh' });
    const me = await desk.signIn('coordinator');
    const { booking } = (await fileOf(desk, id)) as unknown as BookingFile;
    const commands = [
      staffCommand('add-note', id, { text: WORDS }),
      staffCommand('ask-resident', id, { text: WORDS, revision: booking.revision }),
    ];
    const asked = await desk.post(me, '/api/staff/commands', { commands });
    expect(asked.body.results).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }]);
    desk.setClock(TUESDAY_9);
    const unit = booking.scheduled?.unit ?? '';
    const crew = await desk.signIn('crew', { unit });
    const { services } = booking.request;
    const outcomes = services.map((service) => ({ service, outcome: 'declined', reason: WORDS }));
    const record = allDone(id, services, { outcomes, note: WORDS });
    const sent = await desk.post(crew, '/api/staff/sync', { version: 1, cursor: null, commands: [record] });
    expect(sent.body.results).toMatchObject([{ outcome: 'done' }]);
    return { id, token, crew, unit, services, number: booking.number };
  };
  const erasedIds = async (desk: Desk) =>
    (
      await desk.context.db.selectFrom('bookings').select('id').where('erased_at', 'is not', null).execute()
    ).map(({ id }) => id as string);

  test('happens by job, once, to what has been over for the set time by the server’s clock', async () => {
    const desk = await open();
    const { id } = await closed(desk);
    const cancelled = await desk.book('c');
    const waits = await desk.book('d');
    desk.setClock(TUESDAY_9 + HOUR_MS);
    expect(await desk.send('c', cancel(cancelled, WORDS))).toMatchObject({ outcome: 'done' });
    desk.setClock(TUESDAY_9 + KEPT_MS - 1);
    expect(await eraseExpiredBookings(desk.context)).toBe(0);
    desk.setClock(TUESDAY_9 + KEPT_MS);
    const both = await Promise.all([eraseExpiredBookings(desk.context), eraseExpiredBookings(desk.context)]);
    expect(desk.errors).toEqual([]);
    expect(both.toSorted()).toEqual([0, 1]);
    expect(await erasedIds(desk)).toEqual([id]);
    desk.setClock(TUESDAY_9 + HOUR_MS + KEPT_MS);
    expect(await eraseExpiredBookings(desk.context)).toBe(1);
    expect((await erasedIds(desk)).toSorted()).toEqual([id, cancelled].toSorted());
    expect(await eraseExpiredBookings(desk.context)).toBe(0);
    expect((await desk.rowsOf('d'))[0]).toMatchObject({ id: waits, state: 'scheduled' });
    expect(desk.errors).toEqual([]);
  });

  test('leaves nothing of the person in any table, and the audit whole', async () => {
    const desk = await open();
    const { id } = await closed(desk);
    const { db } = desk.context;
    expect(await db.selectFrom('booking_tokens').select('token').execute()).not.toEqual([]);
    const sealed = (await db.selectFrom('bookings').select('request').executeTakeFirstOrThrow()).request;
    // The end of the ciphertext lies in one piece, wherever the row lies.
    const isInFile = async () => (await readWhole(desk)).includes(sealed.subarray(-64));
    if (engine === 'sqlite') expect(await isInFile()).toBe(true);
    desk.setClock(TUESDAY_9 + KEPT_MS);
    await eraseExpiredBookings(desk.context);
    if (engine === 'sqlite') expect(await isInFile(), 'overwritten, not only left out').toBe(false);
    expect(await db.selectFrom('booking_tokens').select('token').execute()).toEqual([]);
    const booking = await db.selectFrom('bookings').selectAll().executeTakeFirstOrThrow();
    expect(booking).toMatchObject({
      nik_index: null,
      person_index: null,
      search_tokens: null,
      question: null,
      cancel_reason: null,
      follow_hash: `erased/${id}`,
    });
    expect(booking.request).toHaveLength(0);
    const visit = unseal(desk.context, `${id}/visit`, booking.visit ?? Buffer.alloc(0));
    expect(JSON.stringify(visit)).not.toContain(WORDS);
    expect(visit).toMatchObject({ outcomes: [{ outcome: 'declined', reason: '' }] });
    expect(
      (await db.selectFrom('events').select('note').execute()).filter(({ note }) => note !== null),
    ).toEqual([]);
    const bodies = await db.selectFrom('visit_records').select('body').execute();
    expect(bodies.map(({ body }) => body.length)).toEqual([0]);
    const devices = await db.selectFrom('booking_devices').selectAll().orderBy('device_hash').execute();
    expect(devices).toMatchObject([
      { device_hash: 'a', role: 'requester', withdrawn_at: null },
      { device_hash: 'b', role: 'follower', follower_name: null, withdrawn_at: TUESDAY_9 + KEPT_MS },
    ]);
    const audit = JSON.stringify(await db.selectFrom('audit_entries').selectAll().execute());
    expect(audit).toContain(id);
    expect(audit).not.toMatch(/Siti|Budi|Ani|berjalan|81234567890|1872014107500001|Jalan/);
    expect(await verifyAudit(desk.context)).toMatchObject({ isWhole: true });
  });

  test('is enforced by the database, which refuses an erased booking that holds a person', async () => {
    const desk = await open();
    await closed(desk);
    const { db } = desk.context;
    await expect(sql`UPDATE bookings SET erased_at = 1`.execute(db)).rejects.toThrow();
    await expect(
      db
        .updateTable('events')
        .set({ note: Buffer.from([1]) })
        .execute(),
    ).rejects.toThrow('never changed');
    await expect(db.updateTable('events').set({ note: null, actor: 'desk' }).execute()).rejects.toThrow(
      'never changed',
    );
  });

  test('leaves the desk what remains, found by its number only, and lets it decide nothing', async () => {
    const desk = await open();
    const { id, number, services, unit, token } = await closed(desk);
    desk.setClock(TUESDAY_9 + KEPT_MS);
    await eraseExpiredBookings(desk.context);
    const me = await desk.signIn('coordinator');
    const search = async (q: string) =>
      (await desk.get(me, `/api/staff/bookings?view=all&q=${q}`)).body as unknown as QueuePage;
    for (const q of ['siti', 'budi', '67890', '%2B6281234567890']) expect((await search(q)).total).toBe(0);
    const { lines } = await search(number);
    expect(lines).toMatchObject([{ id, recipientName: '', contactName: '', contactPhone: '', needs: [] }]);
    expect(lines[0]?.erasedAt).toBe(new Date(TUESDAY_9 + KEPT_MS).toISOString());
    const { erased } = (await fileOf(desk, id)) as unknown as ErasedFile;
    expect(erased).toMatchObject({
      number,
      state: 'closed',
      services,
      outcomes: services.map((service) => ({ service, outcome: 'declined' })),
      scheduled: PAGI,
    });
    expect(erased.history.at(-1)).toMatchObject({ action: 'erase', by: 'system' });
    expect(JSON.stringify(erased)).not.toContain(WORDS);
    const commands = [
      staffCommand('add-note', id, { text: 'x' }),
      staffCommand('cancel-visit', id, { revision: 99, reason: 'x' }),
      staffCommand('move-visit', id, { revision: 99, choice: { ...PAGI, unit: 'unit-1' } }),
    ];
    const refused = { outcome: 'refused', problem: { code: 'booking-erased', status: 410 } };
    expect((await desk.post(me, '/api/staff/commands', { commands })).body.results).toMatchObject(
      commands.map(() => refused),
    );
    const late = { version: 1, cursor: null, commands: [allDone(id, services, { note: WORDS })] };
    const again = await desk.signIn('crew', { unit });
    expect((await desk.post(again, '/api/staff/sync', late)).body.results).toMatchObject([refused]);
    expect(await desk.send('e', follow(token))).toMatchObject({
      problem: { code: 'follow-token-not-valid' },
    });
  });

  test('is open to the requester once the visit is over, to nobody else, and the phone is told', async () => {
    const desk = await open();
    const { id, token, crew } = await closed(desk);
    const open_ = await desk.book('a');
    const codeOf = async (device: string, booking: string) => {
      const result = await desk.send(device, erase(booking));
      return result.outcome === 'refused' ? result.problem.code : result.outcome;
    };
    expect(await codeOf('a', open_)).toBe('booking-state-forbids');
    expect(await codeOf('b', id)).toBe('booking-not-yours');
    expect(await codeOf('stranger', id)).toBe('booking-not-found');
    const before = (await desk.rowsOf('a')).find((row) => row.id === id);
    expect(await codeOf('a', id)).toBe('done');
    expect(await codeOf('a', id)).toBe('done');
    const after = (await desk.rowsOf('a')).find((row) => row.id === id);
    expect(after?.revision).toBe((before?.revision ?? 0) + 1);
    expect(after).toMatchObject({ state: 'closed', erasedAt: new Date(TUESDAY_9).toISOString() });
    expect(after?.visit?.outcomes).toMatchObject([{ outcome: 'declined', reason: '' }]);
    expect(after?.followers).toBeUndefined();
    expect(await desk.rowsOf('b')).toEqual([]);
    expect(await desk.send('b', follow(token))).toMatchObject({ outcome: 'refused' });
    // The visit is still on the sheet of that day: the crew's phone forgets it.
    const synced = await desk.post(crew, '/api/staff/sync', { version: 1, cursor: null, commands: [] });
    const { sheet } = synced.body as unknown as StaffSyncResponse;
    expect(sheet?.visits.map((visit) => visit.id)).not.toContain(id);
    const { erased } = (await fileOf(desk, id)) as unknown as ErasedFile;
    expect(erased.history.at(-1)).toMatchObject({ action: 'erase', by: 'requester' });
  });

  test('forgets 60 days later which phone the booking came from', async () => {
    const desk = await open();
    const id = await desk.book('a');
    await desk.send('a', cancel(id));
    await desk.send('a', erase(id));
    desk.setClock(MONDAY_9 + 60 * DAY_MS - 1);
    await eraseExpiredBookings(desk.context);
    expect(await desk.rowsOf('a')).toMatchObject([{ id }]);
    desk.setClock(MONDAY_9 + 60 * DAY_MS);
    await eraseExpiredBookings(desk.context);
    expect(await desk.rowsOf('a')).toEqual([]);
    expect(await desk.send('a', erase(id))).toMatchObject({ problem: { code: 'booking-not-found' } });
  });

  test('reports a booking that cannot be opened, and is not held up by it', async () => {
    const desk = await open();
    const broken = await desk.book('a');
    const whole = await desk.book('b');
    await desk.send('a', cancel(broken));
    await desk.send('b', cancel(whole));
    await desk.context.db
      .updateTable('bookings')
      .set({ request: Buffer.from([1, 2, 3]) })
      .where('id', '=', broken as never)
      .execute();
    desk.setClock(MONDAY_9 + KEPT_MS);
    expect(await eraseExpiredBookings(desk.context)).toBe(1);
    expect(await erasedIds(desk)).toEqual([whole]);
    expect(desk.errors).toHaveLength(1);
  });
});
