import { afterAll, describe, expect, test } from 'vitest';
import type { BookingFile, DayPlan, QueuePage } from '../../../src/contract/staff/desk';
import type { BookingId } from '../../../src/domain/booking/booking';
import { searchTokensOf, TOKEN_BYTES } from '../../../src/server/db/booking/search-tokens';
import { indexBookings } from '../../../src/server/jobs/booking/index-bookings';
import { engines, startDatabases } from '../../support/databases';
import { type Desk, PAGI, SIANG, startDesk } from '../../support/desk';
import type { SignedInMember } from '../../support/staff';
import { request } from '../../support/test-server';

describe.each(engines)('queries of the desk on %s', (engine) => {
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
  const queue = async (desk: Desk, me: SignedInMember, query: string) => {
    const { status, body } = await desk.get(me, `/api/staff/bookings?${query}`);
    expect(status).toBe(200);
    return body as unknown as QueuePage;
  };
  const person = (recipientName: string, phone: string, nik?: string) => ({
    recipient: { name: recipientName, birthYear: 1950, ...(nik === undefined ? {} : { nik }) },
    contact: { ...request.contact, name: 'Budi Contoh', phone },
  });

  test('find a request by part of a name, by number and by the end of a phone number, and by nothing else', async () => {
    const { desk, me } = await start();
    const siti = await desk.book('a', person('Siti Nurjanah-Contoh', '+6281234567890'));
    const agus = await desk.book('b', person("Agus Sya'ban", '+6281399998888'));
    const ids = async (q: string) =>
      (await queue(desk, me, `view=all&q=${encodeURIComponent(q)}`)).lines.map(({ id }) => id);
    const number = (await queue(desk, me, 'view=all')).lines.find(({ id }) => id === siti)?.number ?? '';
    for (const q of [
      'sit',
      'SITI',
      'nurj',
      'nurjanahco siti',
      number,
      `${number.slice(0, 4)} ${number.slice(4)}`,
    ]) {
      expect(await ids(q)).toEqual([siti]);
    }
    for (const q of ['567890', '0812-3456-7890', '+62 812 3456 7890', '34567890']) {
      expect(await ids(q)).toEqual([siti]);
    }
    expect(await ids('syab')).toEqual([agus]);
    expect(new Set(await ids('budi'))).toEqual(new Set([siti, agus]));
    for (const q of ['zul', 'siti agus', '4567891', '12345678', 'it']) expect(await ids(q)).toEqual([]);
    const tokens = await desk.context.db.selectFrom('booking_tokens').selectAll().execute();
    expect(JSON.stringify(tokens)).not.toMatch(/siti|agus|budi|7890/i);
  });

  test('find a number abroad as it is written there, with and without its country code', async () => {
    const { desk, me } = await start();
    const numbers = { my: '+60123456789', tw: '+886912345678', hk: '+85291234567', sa: '+966501234567' };
    const ids = new Map<string, string>();
    for (const [key, phone] of Object.entries(numbers)) {
      ids.set(await desk.book(key, person('Siti Contoh', phone)), key);
    }
    const found = async (q: string) =>
      (await queue(desk, me, `view=all&q=${encodeURIComponent(q)}`)).lines.map(({ id }) => ids.get(id));
    for (const q of ['+60 12-345 6789', '0060123456789', '60123456789', '012-345 6789', '6789']) {
      expect(await found(q), q).toEqual(['my']);
    }
    for (const q of ['+886 912 345 678', '0912-345-678', '886912345678', '5678'])
      expect(await found(q), q).toEqual(['tw']);
    for (const q of ['85291234567', '9123 4567', '00852 91234567']) expect(await found(q), q).toEqual(['hk']);
    for (const q of ['050 123 4567', '+966501234567']) expect(await found(q), q).toEqual(['sa']);
    for (const q of ['+62723456789', '+60123456780', '0123456780']) expect(await found(q), q).toEqual([]);
  });

  test('find a name however its words are joined, and by its titles only where nothing else is asked', async () => {
    const { desk, me } = await start();
    const names = {
      hj: 'Hj.Siti Aminah, S.Pd',
      dash: 'Sri-Rahayu',
      moh: 'Moh.Ridwan',
      aini: "Nur'aini",
      apart: 'Hj. Dewi/Lestari',
    };
    const ids = new Map<string, string>();
    for (const [key, name] of Object.entries(names)) {
      ids.set(await desk.book(key, person(name, `+62812345678${10 + ids.size}`)), key);
    }
    const found = async (q: string) =>
      (await queue(desk, me, `view=all&q=${encodeURIComponent(q)}`)).lines.map(({ id }) => ids.get(id));
    for (const q of ['Siti', 'hj.siti', 'Hj Siti', 'Bu Siti Aminah', 'siti aminah, s.pd', 'amin sit']) {
      expect(await found(q), q).toEqual(['hj']);
    }
    for (const q of ['rahayu', 'sri rahayu', 'Srirahayu', 'sri-rahayu'])
      expect(await found(q), q).toEqual(['dash']);
    for (const q of ['Ridwan', 'moh ridwan', 'Moh.Ridwan', 'mohridwan'])
      expect(await found(q), q).toEqual(['moh']);
    for (const q of ['nuraini', "nur'aini", 'nur aini', 'Nur’Aini', 'aini']) {
      expect(await found(q), q).toEqual(['aini']);
    }
    for (const q of ['lestari', 'Hj.Dewi', 'dewi-lestari']) expect(await found(q), q).toEqual(['apart']);
    expect(await found('hj')).toEqual(['apart', 'hj']);
    for (const q of ['lestari.ridwan', 'sri-aminah', 'tisi']) expect(await found(q), q).toEqual([]);
  });

  test('find rows of search version 2 by the parts of a name, and as doubles, once they are indexed again', async () => {
    const { desk, me } = await start();
    const titled = (await desk.book('a', person('Hj.Siti Contoh, S.Pd', '+6281234567890'))) as BookingId;
    const plain = (await desk.book('b', person('siti contoh', '+6281234567890'))) as BookingId;
    await desk.book('c', person('Siti Conto', '+6281234567890'));
    const numbers = async () =>
      new Map((await queue(desk, me, '')).lines.map(({ id, number, doubles }) => [id, { number, doubles }]));
    const before = await numbers();
    const old = { search_version: 2, person_index: 'of titles too' };
    await desk.context.db.deleteFrom('booking_tokens').execute();
    await desk.context.db.updateTable('bookings').set(old).where('id', '=', titled).execute();
    expect((await numbers()).get(titled)?.doubles).toEqual([]);
    expect(await indexBookings(desk.context)).toBe(1);
    expect((await queue(desk, me, 'q=siti')).lines.map(({ id }) => id)).toEqual([titled]);
    const after = await numbers();
    expect(after.get(titled)?.doubles).toEqual([before.get(plain)?.number]);
    expect(after.get(plain)?.doubles).toEqual([before.get(titled)?.number]);
  });

  test('filter by programme, as the catalogue has it', async () => {
    const { desk, me } = await start();
    const card = await desk.book('a', { services: ['kk', 'ikd'] });
    const licence = await desk.book('b', { services: ['nib'] });
    const advice = await desk.book('c', { services: ['konsultasi-izin'] });
    const ids = async (programme: string) => {
      const { lines, total } = await queue(desk, me, `programme=${programme}`);
      expect(total).toBe(lines.length);
      return lines.map(({ id }) => id);
    };
    expect(await ids('nasi-ketan')).toEqual([licence, advice]);
    expect(await ids('mpp-mobile')).toEqual([card]);
    expect(await ids('lain')).toEqual([]);
    expect((await desk.get(me, '/api/staff/bookings?programme=%25')).status).toBe(422);
  });

  test('find bookings from before the search once they are indexed, which happens only once', async () => {
    const { desk, me } = await start();
    const siti = await desk.book('a', person('Siti Contoh', '+6281234567890'));
    await desk.context.db.deleteFrom('booking_tokens').execute();
    const nothing = { search_version: 0, search_tokens: null, person_index: null };
    await desk.context.db.updateTable('bookings').set(nothing).execute();
    expect((await queue(desk, me, 'q=siti')).lines).toEqual([]);
    expect(await indexBookings(desk.context)).toBe(1);
    expect(await indexBookings(desk.context)).toBe(0);
    expect((await queue(desk, me, 'q=siti')).lines.map(({ id }) => id)).toEqual([siti]);
  });

  test('reduce the index rows of version 1, one for every beginning, to the shortest', async () => {
    const { desk, me } = await start();
    const siti = await desk.book('a', person('Sitinurjanah', '+6281234567890'));
    const { db, city } = desk.context;
    const rows = async () =>
      (await db.selectFrom('booking_tokens').selectAll().execute()).map((r) => r.token);
    const kept = (await rows()).sort();
    const { tokens } = searchTokensOf(desk.context, person('Sitinurjanah', '+6281234567890'));
    for (let at = 0; at < tokens.length; at += TOKEN_BYTES) {
      const token = tokens.subarray(at, at + TOKEN_BYTES).toString('base64url');
      const row = { city: city.code, token, booking_id: siti as BookingId };
      await db
        .insertInto('booking_tokens')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    expect((await rows()).length).toBeGreaterThan(kept.length);
    await db.updateTable('bookings').set({ search_version: 0, search_tokens: null }).execute();
    await indexBookings(desk.context);
    expect((await rows()).sort()).toEqual(kept);
    expect((await queue(desk, me, 'q=sitinur')).lines.map(({ id }) => id)).toEqual([siti]);
  });

  test('filter by view, day, unit and area, page through all requests once each, and name doubles', async () => {
    const { desk, me } = await start();
    const first = await desk.book('a', { ...person('Siti Contoh', '+6281234567890'), preferences: [SIANG] });
    await desk.book('b', { ...person('SITI contoh', '+6281234567890'), preferences: [SIANG] });
    await desk.book('c', { ...person('Joko Contoh', '+6281234567891'), preferences: [SIANG] });
    await desk.book('d', { ...person('Tini Contoh', '+6281234567892'), preferences: [PAGI] });
    const open = await queue(desk, me, '');
    expect(open.total).toBe(4);
    const [line] = open.lines;
    expect(line).toMatchObject({ id: first, recipientName: 'Siti Contoh', contactPhone: '+6281234567890' });
    expect(line?.doubles).toEqual([open.lines[1]?.number]);
    const waiting = await queue(desk, me, 'view=waiting');
    expect(waiting.lines.map(({ recipientName, place }) => [recipientName, place])).toEqual([
      ['Joko Contoh', 1],
    ]);
    const unit = line?.scheduled?.unit;
    expect((await queue(desk, me, `day=${SIANG.date}&unit=${unit}`)).total).toBe(3);
    expect((await queue(desk, me, 'day=2026-11-25')).total).toBe(0);
    expect((await queue(desk, me, 'unit=no-such-unit')).total).toBe(0);
    expect((await queue(desk, me, 'area=18.72.01.1001')).total).toBe(4);
    expect((await queue(desk, me, 'area=18.72.02.1001')).total).toBe(0);
    expect((await queue(desk, me, 'view=over')).total).toBe(0);
    expect((await queue(desk, me, 'view=new')).total).toBe(4);
    for (let device = 0; device < 60; device += 1) await desk.book(`more-${device}`);
    for (const view of ['open', 'all']) {
      const seen: string[] = [];
      let after = '';
      for (;;) {
        const page = await queue(desk, me, `view=${view}${after}`);
        expect(page.total).toBe(64);
        seen.push(...page.lines.map(({ id }) => id));
        if (page.next === undefined) break;
        after = `&after=${page.next}`;
      }
      expect(seen).toHaveLength(64);
      expect(new Set(seen).size).toBe(64);
    }
    expect((await desk.get(me, '/api/staff/bookings?after=x')).status).toBe(422);
  });

  test('say in a file when each request for the same person is, or where it waits', async () => {
    const { desk, me } = await start();
    const siti = person('Siti Contoh', '+6281234567890');
    const first = await desk.book('a', { ...siti, preferences: [SIANG] });
    for (const device of ['b', 'c']) await desk.book(device, { ...siti, preferences: [SIANG] });
    const { body } = await desk.get(me, `/api/staff/bookings/${first}`);
    const [scheduled, waits, ...others] = (body as unknown as BookingFile).doubles;
    expect(scheduled).toMatchObject({ state: 'scheduled', scheduled: SIANG });
    expect(waits).toMatchObject({ state: 'waiting', place: 1, submittedAt: '2026-11-23T02:00:00.000Z' });
    expect(waits).not.toHaveProperty('scheduled');
    expect(others).toEqual([]);
  });

  test('give a file with everything but the whole NIK, and a plan that counts the minutes', async () => {
    const { desk, me } = await start();
    const id = await desk.book('a', {
      ...person('Siti Contoh', '+6281234567890', '1872014107500001'),
      preferences: [SIANG],
    });
    const { body } = await desk.get(me, `/api/staff/bookings/${id}`);
    const file = body as unknown as BookingFile;
    expect(file.booking.request.recipient).toEqual({
      name: 'Siti Contoh',
      birthYear: 1950,
      nikLast4: '0001',
    });
    expect(file.booking.scheduled).toMatchObject(SIANG);
    expect(file.booking.history).toMatchObject([{ by: 'requester', action: 'submit' }]);
    expect(JSON.stringify(body)).not.toContain('1872014107500001');
    expect((await desk.get(me, '/api/staff/bookings/00000000-0000-4000-8000-000000000000')).status).toBe(404);
    const plan = (await desk.get(me, '/api/staff/day-plan')).body as unknown as DayPlan;
    expect(plan.days).toHaveLength(7);
    expect(plan.counts).toEqual({ new: 1, waiting: 0, asked: 0, conflict: 0, callbacks: 0 });
    const used = plan.days.flatMap(({ slots }) => slots).filter(({ usedMinutes }) => usedMinutes > 0);
    expect(used).toMatchObject([{ ...SIANG, usedMinutes: 30, visits: 1, capacityMinutes: 120 }]);
    const slots = await desk.get(me, '/api/staff/slots?area=18.72.01.1001&minutes=91');
    expect(slots.body.slots).toContainEqual(expect.objectContaining({ ...SIANG, room: false }));
    const smaller = await desk.get(me, '/api/staff/slots?area=18.72.01.1001&minutes=90');
    expect(smaller.body.slots).toContainEqual(expect.objectContaining({ ...SIANG, room: true }));
  });

  test('answer at once where something changed, and otherwise when something does', async () => {
    const { desk, me } = await start();
    await desk.book('a');
    const { cursor } = await queue(desk, me, '');
    expect((await desk.get(me, '/api/staff/changed?since=0')).body).toEqual({ cursor });
    const waiting = desk.get(me, `/api/staff/changed?since=${cursor}`);
    await desk.book('b');
    expect(Number((await waiting).body.cursor)).toBeGreaterThan(Number(cursor));
  });

  test('give a kelurahan its own areas only, and crew and admin no list at all', async () => {
    const { desk } = await start();
    const id = await desk.book('a');
    const own = await desk.signIn('kelurahan', { areas: ['18.72.01.1001'] });
    const other = await desk.signIn('kelurahan', { areas: ['18.72.02.1001'] });
    expect((await queue(desk, own, '')).total).toBe(1);
    expect((await queue(desk, other, 'view=all&q=contoh')).total).toBe(0);
    expect((await desk.get(own, `/api/staff/bookings/${id}`)).status).toBe(200);
    expect((await desk.get(other, `/api/staff/bookings/${id}`)).status).toBe(404);
    expect((await desk.get(own, '/api/staff/day-plan')).status).toBe(403);
    for (const role of ['crew', 'admin'] as const) {
      const who = await desk.signIn(role);
      expect((await desk.get(who, '/api/staff/bookings')).status).toBe(403);
      expect((await desk.get(who, `/api/staff/bookings/${id}`)).status).toBe(403);
      expect((await desk.get(who, '/api/staff/changed?since=0')).status).toBe(403);
    }
  });
});
