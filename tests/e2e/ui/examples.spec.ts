import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { build, type PreviewServer, preview } from 'vite';
import { frameAddress } from '../../../src/build/examples/frame-address';
import { LOOKS, nameLook } from '../../../src/build/examples/looks';

const configFile = 'src/build/examples.config.ts';

// One server serves all tests: building the page takes longer than judging every example in one look.
test.describe.configure({ mode: 'default' });

let server: PreviewServer;
let url = '';
let outDir = '';

test.beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'mpp-examples-'));
  await build({ configFile, logLevel: 'error', build: { outDir } });
  server = await preview({ configFile, logLevel: 'error', build: { outDir }, preview: { port: 0 } });
  url = server.resolvedUrls?.local[0] ?? '';
});

test.afterAll(async () => {
  await server.close();
  await rm(outDir, { recursive: true, force: true });
});

for (const look of LOOKS) {
  test(`every example of every component is sound: ${nameLook(look)}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(url + frameAddress(look));
    await page.getByRole('heading', { name: nameLook(look), exact: true }).waitFor({ timeout: 60_000 });
    const lines = await page.getByRole('listitem').allTextContents();
    expect(lines.filter((line) => !line.endsWith(' – axe: nothing found'))).toEqual([]);
    const judged = new Set(lines.map((line) => line.replace(/:.*/, '')));
    const files = readdirSync('src/web/ui', { recursive: true, encoding: 'utf8' });
    const components = files.filter((file) => file.endsWith('.examples.tsx'));
    expect([...judged].sort()).toEqual(components.map((file) => basename(file, '.examples.tsx')).sort());
  });
}

test('the page shows a component with every look', async ({ page }) => {
  await page.goto(`${url}#dialog`);
  await expect(page.getByRole('heading', { level: 1, name: 'dialog' })).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('axe: nothing found in 12 frames');
  const open = page.frameLocator('iframe[title="open: Dark, 22 px"]');
  await expect(open.getByRole('dialog')).toHaveCSS('background-color', 'rgb(20, 33, 30)');
  await expect(open.getByRole('button', { name: 'Tidak jadi' })).toHaveCSS('font-size', '22px');
  await page.getByRole('link', { name: 'back-link' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'back-link' })).toBeVisible();
});

test('the page says what is wrong with an example', async ({ page }) => {
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => {
      const style = document.createElement('style');
      style.textContent = '.mark { min-inline-size: 400px; flex: none } .page p { color: #666 }';
      document.head.append(style);
    }),
  );
  await page.goto(`${url}#page`);
  await expect(page.getByRole('status')).toHaveText('axe: something found in 6 of 6 frames');
  const figure = page.getByRole('figure').filter({ hasText: 'Light, 18 px' });
  await expect(figure).toContainText('(color-contrast-enhanced): p');
  await expect(figure).toContainText('px wider than the screen');
});
