import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import type { AuditPage } from '../../../src/contract/staff/audit';
import { auditView } from '../../../src/server/commands/staff/audit-view';
import { verifyAudit } from '../../../src/server/queries/audit/audit-page';
import { engines, startDatabases } from '../../support/databases';
import { type Desk, staffCommand, startDesk } from '../../support/desk';

describe.each(engines)('the audit on %s', (engine) => {
  const databases = startDatabases(engine);
  const apps: Desk['app'][] = [];
  afterAll(async () => {
    for (const app of apps) await app.close();
    await databases.stop();
  });
  const start = async () => {
    const desk = await startDesk(await (await databases.create()).open());
    apps.push(desk.app);
    const id = await desk.book('a');
    const me = await desk.signIn('coordinator', { name: 'Contoh Koordinator' });
    return { desk, id, me, admin: await desk.signIn('admin') };
  };

  test('records members and their sign-ins: who was invited, changed and let in', async () => {
    const { desk, admin } = await start();
    const invited = await desk.post(admin, '/api/staff/invites', {
      role: 'kelurahan',
      name: 'Baru Contoh',
      signInName: 'baru.contoh',
      areas: [desk.context.city.areas[0]?.code],
    });
    const { member, link } = invited.body as { member: { id: string }; link: string };
    const token = new URL(link).hash.slice(1);
    const accepted = await desk.app.inject({
      method: 'POST',
      url: '/api/staff/invites/accept',
      headers: { 'sec-fetch-site': 'same-origin' },
      payload: { token, password: 'pagar bambu kuning 7' },
    });
    expect(accepted.statusCode).toBe(200);
    const changed = await desk.app.inject({
      method: 'PATCH',
      url: `/api/staff/members/${member.id}`,
      headers: admin.headers,
      payload: { isDisabled: true },
    });
    expect(changed.statusCode).toBe(200);
    const page = (await desk.get(admin, '/api/staff/audit')).body as unknown as AuditPage;
    const lines = page.lines.map(({ action, staffId, detail }) => [action, staffId, JSON.parse(detail)]);
    expect(lines).toEqual([
      ['change-member', admin.id, { member: member.id, isDisabled: true }],
      ['sign-in', member.id, { method: 'invite' }],
      ['invite-member', admin.id, { member: member.id, role: 'kelurahan' }],
    ]);
    expect((await desk.get(admin, '/api/staff/audit/verify')).body).toMatchObject({
      isWhole: true,
      entries: 3,
    });
  });

  test('records every view and command, with who, when and from where, and no name that was searched for', async () => {
    const { desk, id, me, admin } = await start();
    await desk.get(me, '/api/staff/bookings?view=all&q=contoh');
    await desk.get(me, `/api/staff/bookings/${id}`);
    await desk.post(me, '/api/staff/commands', {
      commands: [staffCommand('accept-booking', id, { revision: 9 })],
    });
    const crew = await desk.signIn('crew', { unit: desk.context.city.settings.units[0]?.id ?? '' });
    await desk.post(crew, '/api/staff/sync', { version: 1, cursor: null, commands: [] });
    const read = async (query: string) =>
      (await desk.get(admin, `/api/staff/audit?${query}`)).body as unknown as AuditPage;
    const { lines } = await read('');
    expect(lines.map(({ action, seq }) => [seq, action])).toEqual([
      [4, 'see-sheet'],
      [3, 'accept-booking'],
      [2, 'see-booking'],
      [1, 'see-list'],
    ]);
    expect(lines[1]).toMatchObject({
      staffName: 'Contoh Koordinator',
      address: '127.0.0.1',
      at: '2026-11-23T02:00:00.000Z',
      bookingId: id,
    });
    expect(lines[1]?.detail).toContain('booking-changed');
    expect(JSON.stringify(lines.map(({ detail }) => detail))).not.toContain('contoh');
    expect((await read(`staff=${crew.id}`)).lines).toHaveLength(1);
    expect((await read(`booking=${id}`)).lines.length).toBeGreaterThanOrEqual(3);
    const number = lines[1]?.number ?? '';
    expect((await read(`number=${number}`)).lines).toEqual((await read(`booking=${id}`)).lines);
    expect((await read('number=00000000')).lines).toEqual([]);
    expect((await read('after=3')).lines.map(({ seq }) => seq)).toEqual([2, 1]);
    expect((await read('from=2026-11-24T00:00:00Z')).lines).toEqual([]);
    const download = (query: string) =>
      desk.app.inject({ method: 'GET', url: `/api/staff/audit.csv${query}`, headers: admin.headers });
    const csv = await download('');
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.body.split('\r\n')).toHaveLength(7);
    expect((await download('?from=2026-11-24T00:00:00Z')).body).toBe(
      '"seq","at","staffName","staffId","address","action","number","detail","hash"\r\n',
    );
    expect((await download('?from=2026-11-24T00:00:00Z&separator=semicolon')).body).toBe(
      '\uFEFF"seq";"at";"staffName";"staffId";"address";"action";"number";"detail";"hash"\r\n',
    );
    expect((await download('?separator=tab')).statusCode).toBe(422);
    expect((await desk.get(admin, '/api/staff/audit/verify')).body).toEqual({ isWhole: true, entries: 7 });
  });

  test('is for the admin only', async () => {
    const { desk } = await start();
    for (const role of ['crew', 'coordinator', 'kelurahan'] as const) {
      const who = await desk.signIn(role);
      for (const url of ['/api/staff/audit', '/api/staff/audit.csv', '/api/staff/audit/verify']) {
        expect((await desk.get(who, url)).status).toBe(403);
      }
    }
  });

  test('stays one chain when many write at once', async () => {
    const { desk, me } = await start();
    const staff = { id: me.id, address: '127.0.0.1' };
    await Promise.all(
      Array.from({ length: 30 }, () => auditView(desk.context, staff, { action: 'see-list' })),
    );
    expect(await verifyAudit(desk.context)).toEqual({ isWhole: true, entries: 30 });
  });

  test('cannot be changed or shortened, and shows a change made past the triggers', async () => {
    const { desk, me } = await start();
    const staff = { id: me.id, address: '127.0.0.1' };
    for (let n = 0; n < 5; n += 1) await auditView(desk.context, staff, { action: `see-${n}` });
    const { db } = desk.context;
    await expect(db.updateTable('audit_entries').set({ at: 1 }).execute()).rejects.toThrow(/added to/);
    await expect(db.deleteFrom('audit_entries').execute()).rejects.toThrow(/added to/);
    const drop = (event: string) =>
      sql
        .raw(`DROP TRIGGER audit_entries_no_${event}${engine === 'postgres' ? ' ON audit_entries' : ''}`)
        .execute(db);
    await drop('update');
    await drop('delete');
    const set = (action: string) =>
      db.updateTable('audit_entries').set({ action }).where('seq', '=', 3).execute();
    await set('see-nothing');
    expect(await verifyAudit(desk.context)).toEqual({ isWhole: false, entries: 5, brokenAt: 3 });
    await set('see-2');
    expect(await verifyAudit(desk.context)).toEqual({ isWhole: true, entries: 5 });
    await db.deleteFrom('audit_entries').where('seq', '=', 5).execute();
    expect(await verifyAudit(desk.context)).toEqual({ isWhole: false, entries: 5, brokenAt: 5 });
    await db.deleteFrom('audit_entries').where('seq', '=', 2).execute();
    expect(await verifyAudit(desk.context)).toEqual({ isWhole: false, entries: 5, brokenAt: 2 });
  });
});
