import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { startServer } from '../../support/start-server';
import { type Bend, bendFiles } from '../support/bend-files';
import { readCache, readKeptList } from '../support/kept-files';
import { loadOnce } from '../support/load-once';
import { test } from '../support/serve';

const WORKER = 'dist/web/service-worker.js';
const PACK = /\.pack$/;
const READY = 'Siap dipakai tanpa sinyal.';
const files = readKeptList(WORKER);
const archive = files.find(({ isArchive }) => isArchive)?.url ?? 'no archive';
const kept = files.filter(({ isArchive }) => !isArchive);
const packed = kept.filter(({ bytes }) => bytes !== undefined);

/** Holds the cache to the list: each file once, whole, and each page with its policy. */
async function expectAllKept(page: Page): Promise<void> {
  const cached = await readCache(page);
  const sorted = (list: readonly { url: string; digest: string | undefined }[]) =>
    list.map(({ url, digest }) => `${url} ${digest}`).sort();
  expect(sorted(cached)).toEqual(sorted(kept.map(({ url, integrity }) => ({ url, digest: integrity }))));
  for (const { url, type, policy } of cached) {
    if (url.endsWith('.js')) expect(type).toMatch(/^(text|application)\/javascript/);
    if (url.endsWith('.css')) expect(type).toMatch(/^text\/css/);
    if (url.endsWith('.html')) expect(policy).toContain("script-src 'self' 'sha256-");
  }
}

/** Opens the app at its first visit, with a network between that does what `bend` says. */
async function visit(page: Page, serverUrl: string, bend: Bend) {
  const bent = await bendFiles(serverUrl, bend);
  await loadOnce(page, bent.url);
  await expect(page.getByText(READY)).toBeVisible();
  return bent;
}

/** The files that the worker asked for by themselves, apart from those that the open page itself loads. */
function askedAlone(paths: readonly string[]): string[] {
  const names = new Set(packed.map(({ url }) => `/${url}`));
  return paths.filter((path) => names.has(path));
}

/** Sends the first `length` bytes; the connection is ended once the worker has read of them what it can. */
function sendSome(answer: ServerResponse, content: Buffer, length: number): void {
  answer.writeHead(200, { 'content-length': content.length });
  answer.write(content.subarray(0, length));
}

/** Waits until the worker has kept more than half of the files. A browser drops what it has not read at the end. */
async function waitForHalf(page: Page): Promise<void> {
  await expect.poll(async () => (await readCache(page)).length).toBeGreaterThan(packed.length / 2);
}

test.describe('a first visit', () => {
  test('takes everything from one archive, and says when it opens without a signal', async ({
    page,
    server,
  }) => {
    const bent = await bendFiles(server.url, (_asked, _answer, pass) => pass());
    await page.goto(bent.url);
    await expect(page.getByText('Belum siap tanpa sinyal…')).toBeVisible();
    await expect(page.getByText(READY)).toBeVisible();
    expect(bent.paths.filter((path) => PACK.test(path))).toEqual([`/${archive}`]);
    // What the page needs itself is all that comes by itself.
    expect(askedAlone(bent.paths).length).toBeLessThan(packed.length / 4);
    await expectAllKept(page);
    bent.stop();
    await page.goto(`${bent.url}/layanan`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.goto(bent.url);
    await expect(page.getByText(READY)).toBeVisible();
  });

  test('takes file by file where there is no archive', async ({ page, server }) => {
    const bent = await visit(page, server.url, (asked, answer, pass) =>
      PACK.test(asked.url ?? '') ? answer.writeHead(404).end() : pass(),
    );
    await expectAllKept(page);
    bent.stop();
  });

  test('takes no file from a damaged archive that is not what it should be', async ({ page, server }) => {
    const content = await readFile(join('dist/web', archive));
    const middle = Math.floor(content.length / 2);
    content.writeUInt8(content.readUInt8(middle) ^ 1, middle);
    const bent = await visit(page, server.url, (asked, answer, pass) =>
      PACK.test(asked.url ?? '') ? answer.end(content) : pass(),
    );
    await expectAllKept(page);
    bent.stop();
  });

  test('keeps what came before an archive broke off, and fetches only the rest', async ({ page, server }) => {
    const content = await readFile(join('dist/web', archive));
    const cut: ServerResponse[] = [];
    const bent = await bendFiles(server.url, (asked, answer, pass) => {
      if (!PACK.test(asked.url ?? '')) return pass();
      cut.push(answer);
      sendSome(answer, content, content.length - 1000);
    });
    await page.goto(bent.url);
    await waitForHalf(page);
    const before = bent.paths.length;
    cut[0]?.destroy();
    await expect(page.getByText(READY)).toBeVisible();
    await expectAllKept(page);
    const alone = new Set(askedAlone(bent.paths.slice(before)));
    expect(alone.size).toBeGreaterThan(0);
    expect(alone.size).toBeLessThan(packed.length / 2);
    bent.stop();
  });

  test('goes on where it stood when the connection comes back', async ({ context, page, server }) => {
    const content = await readFile(join('dist/web', archive));
    const cut: ServerResponse[] = [];
    let isGone = false;
    let isBack = false;
    const bent = await bendFiles(server.url, (asked, answer, pass) => {
      if (isBack) return pass();
      if (isGone) return void answer.destroy();
      if (!PACK.test(asked.url ?? '')) return pass();
      cut.push(answer);
      sendSome(answer, content, content.length - 1000);
    });
    await page.goto(bent.url);
    await waitForHalf(page);
    isGone = true;
    cut[0]?.destroy();
    await expect(page.getByText(/Kami coba lagi saat ada sinyal/)).toBeVisible();
    isBack = true;
    const before = bent.paths.length;
    await context.setOffline(true);
    await context.setOffline(false);
    await expect(page.getByText(READY)).toBeVisible();
    // So little lacks that the archive is not worth another download.
    expect(bent.paths.slice(before).filter((path) => PACK.test(path))).toEqual([]);
    await expectAllKept(page);
    bent.stop();
  });
});

test("the two apps' archives are sent compressed, for a year, with the headers of code", async ({
  server,
}) => {
  const staff = readKeptList('dist/web/petugas/staff-service-worker.js').find(({ isArchive }) => isArchive);
  for (const path of [archive, `petugas/${staff?.url}`]) {
    const answer = await fetch(`${server.url}/${path}`, { headers: { 'accept-encoding': 'br' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(await readFile(join('dist/web', path)));
  }
});

test('a small update fetches what changed, and no archive', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'mpp-update-'));
  await cp('dist/web', join(folder, 'dist/web'), { recursive: true });
  const server = await startServer({}, folder);
  const bent = await visit(page, server.url, (_asked, _answer, pass) => pass());
  const before = bent.paths.length;

  // The next version: one file has another content and so another name, and one is gone.
  const inFolder = (name: string) => join(folder, 'dist/web', name);
  const old = packed.find(({ url }) => /assets\/erase-routes-.*\.js$/.test(url));
  if (old === undefined) throw new Error('no file to change');
  const changed = old.url.replace(/-[\w-]+\.js$/, '-NextOne1.js');
  await cp(inFolder(old.url), inFolder(changed));
  const worker = inFolder('service-worker.js');
  await writeFile(worker, (await readFile(worker, 'utf8')).replace(old.url, changed));
  await rm(`${worker}.br`);
  await rm(`${worker}.gz`);
  await appendFile(worker, '\n// The next version.\n');
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect(page.getByText('Versi baru siap')).toBeVisible();
  const asked = bent.paths.slice(before).filter((path) => !path.startsWith('/api/'));
  expect(asked).toEqual(['/service-worker.js', `/${changed}`]);
  // The earlier version's file stays until the new version is taken.
  const names = (await readCache(page)).map(({ url }) => url);
  expect(names).toContain(old.url);
  await page.evaluate(() => {
    document.documentElement.dataset.loaded = 'before';
  });
  await page.getByRole('button', { name: 'Pakai versi baru' }).click();
  await expect(page.locator('html[data-loaded]')).toHaveCount(0);
  await expect.poll(async () => (await readCache(page)).map(({ url }) => url)).not.toContain(old.url);
  bent.stop();
  await server.stop();
  await rm(folder, { recursive: true });
});
