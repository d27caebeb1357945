import { afterAll, describe, expect, test } from 'vitest';
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
