import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from '../support/serve';

/** Words that only the staff app says; minifying leaves words alone. */
const STAFF_WORDS = 'Lembar tugas dan meja kerja|staff\\.signIn|Nama masuk';

const files = readdirSync('dist/web', { recursive: true, encoding: 'utf8' });
const ofStaff = files.filter((file) => file.startsWith('petugas/'));

function readKept(worker: string): string[] {
  const text = readFileSync(`dist/web/${worker}`, 'utf8');
  return Array.from(text.matchAll(/"revision":[^,]+,"url":"([^"]+)"/g), (match) => match[1] ?? '');
}

test.describe('a resident and the staff app', () => {
  test("keep nothing of each other's", () => {
    const resident = readKept('service-worker.js');
    const staff = readKept('petugas/staff-service-worker.js');
    expect(resident.length).toBeGreaterThan(10);
    expect(staff.length).toBeGreaterThan(3);
    expect(resident.filter((file) => file.includes('petugas') || !existsSync(`dist/web/${file}`))).toEqual(
      [],
    );
    expect(staff.filter((file) => !ofStaff.includes(`petugas/${file}`))).toEqual([]);
  });

  test('share no word: no file of the resident app says a word of the staff app', () => {
    const texts = files.filter((file) => /\.(js|html|webmanifest)$/.test(file));
    const saysStaff = (file: string) =>
      new RegExp(STAFF_WORDS).test(readFileSync(`dist/web/${file}`, 'utf8'));
    expect(texts.filter((file) => file.startsWith('petugas/') && saysStaff(file)).length).toBeGreaterThan(1);
    expect(texts.filter((file) => !file.startsWith('petugas/') && saysStaff(file))).toEqual([]);
  });

  test("a resident's phone asks for nothing of the staff app", async ({ page, server }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(server.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((path) => path.startsWith('/petugas'))).toEqual([]);
  });

  test('each address is answered by its own app while the other is installed', async ({ page, server }) => {
    await page.goto(server.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.goto(`${server.url}/petugas`);
    await expect(page).toHaveURL(`${server.url}/petugas/`);
    await expect(page.locator('link[rel=manifest]')).toHaveAttribute('href', '/petugas/manifest.webmanifest');
  });
});
