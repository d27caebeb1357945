import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { MAX_WAITING_FOR_PLAIN } from '../../../src/server/queries/callback/is-list-full';
import { engines, startDatabases } from '../../support/databases';
import { type Desk, startDesk } from '../../support/desk';

const PATH = '/api/minta-ditelepon';
const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

describe.each(engines)('the form for browsers in which the app does not run (%s)', (engine) => {
  const databases = startDatabases(engine);
  const apps: Desk['app'][] = [];
  afterAll(async () => {
    for (const app of apps) await app.close();
    await databases.stop();
  });
  const start = async () => {
    const desk = await startDesk(await (await databases.create()).open());
    apps.push(desk.app);
    const me = await desk.signIn('coordinator', { name: 'Contoh Koordinator' });
    const open = async () => {
      const { body } = await desk.app.inject({ url: PATH });
      return { body, id: /name="id" value="([^"]+)"/.exec(body)?.[1] ?? '' };
    };
    const post = (fields: Record<string, string>, headers: Record<string, string> = FORM) =>
      desk.app.inject({
        method: 'POST',
        url: PATH,
        headers,
        payload: new URLSearchParams(fields).toString(),
      });
    const list = async () => (await desk.get(me, '/api/staff/callbacks')).body.callbacks;
    return { desk, open, post, list };
  };

  test('is a page without code, and puts a person on the list once, however often it is sent', async () => {
    const { open, post, list } = await start();
    const { body, id } = await open();
    expect(body).toContain('Nomor telepon belum diatur');
    expect(body).not.toMatch(/<script|<style|style=/);
    const fields = { id, nama: 'Siti Contoh', telepon: '0812-3456-7890' };
    for (let time = 0; time < 2; time += 1) {
      const answer = await post(fields);
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(answer.body).toContain('Kami akan menelepon Anda');
    }
    expect(await list()).toEqual([expect.objectContaining({ name: 'Siti Contoh', phone: '+6281234567890' })]);
    expect((await open()).id).not.toBe(id);
  });

  test('takes no more once so many wait that a desk cannot call them, whatever address they come from', async () => {
    const { desk, open, post } = await start();
    const { db, city } = desk.context;
    const form = async () => ({ id: (await open()).id, nama: 'Siti Contoh', telepon: '081234567890' });
    expect((await post(await form())).statusCode).toBe(200);
    const asked = await db.selectFrom('callbacks').selectAll().executeTakeFirstOrThrow();
    const others = Array.from({ length: MAX_WAITING_FOR_PLAIN - 1 }, () => ({
      ...asked,
      id: randomUUID() as typeof asked.id,
    }));
    await db.insertInto('callbacks').values(others).execute();
    const fields = await form();
    const refused = await post(fields);
    expect(refused.statusCode).toBe(503);
    expect(refused.body).toContain('Banyak orang menunggu ditelepon');
    expect(refused.body).toContain('value="Siti Contoh"');
    // One call less, and there is room again.
    await db
      .updateTable('callbacks')
      .set({ state: 'withdrawn' })
      .where('city', '=', city.code)
      .where('id', '=', asked.id)
      .execute();
    expect((await post(fields)).statusCode).toBe(200);
  });

  test.each([
    [{ nama: '', telepon: '081234567890' }, 'Tulis nama Anda'],
    [{ nama: '<b>"Siti"', telepon: '123' }, 'Nomor HP belum benar'],
    [{ nama: 'Siti', telepon: '081234567890', id: 'no-uuid' }, 'Permintaan belum bisa diterima'],
  ])('says what is wrong with %j, and keeps what was typed', async (fields, words) => {
    const { open, post, list } = await start();
    const { id } = await open();
    const answer = await post({ id, ...fields });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(words);
    expect(answer.body).not.toContain('<b>"Siti"');
    if (fields.nama.includes('<')) expect(answer.body).toContain('value="&#60;b&#62;&#34;Siti&#34;"');
    expect(await list()).toEqual([]);
  });

  test('refuses a page of another origin, and a form that is too large', async () => {
    const { open, post, list } = await start();
    const { id } = await open();
    const fields = { id, nama: 'Siti', telepon: '081234567890' };
    const foreign = await post(fields, { ...FORM, 'sec-fetch-site': 'cross-site' });
    expect(foreign.json()).toMatchObject({ code: 'origin-not-valid' });
    expect((await post({ ...fields, nama: 'a'.repeat(3000) })).json()).toMatchObject({
      code: 'request-too-large',
    });
    expect(await list()).toEqual([]);
  });
});
