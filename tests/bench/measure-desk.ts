import { expect, type Page } from '@playwright/test';
import type { Figure } from './figure';
import { bundleServers, NO_LIMITS } from './load/bundle-servers';
import type { DeskStart } from './load/desk-server';
import { startProcess } from './load/start-process';
import { noteInteractions } from './note-interactions';
import { withPhone } from './open-browser';

const SLOWER = 4;
const FILL_LIMIT_MS = 300_000;
const ASKED_EACH = 100;
const DESKS_AT_ONCE = 16;
const ANSWER_MS = 30_000;
const VIEWS = ['new', 'waiting', 'asked', 'conflict', 'open', 'over', 'all'];
const LIST = '/petugas/meja/permohonan';

/**
 * Measures the desk of a city with `bookings` requests and 300 visits today, 40 of them of one crew: answers
 * of the list, and taps.
 */
export async function measureDesk(bookings = 20_000): Promise<Figure[]> {
  const { deskMain } = await bundleServers();
  const environment = { ...NO_LIMITS, BOOKINGS: String(bookings) };
  const server = await startProcess(deskMain, environment, { startLimitMs: FILL_LIMIT_MS });
  try {
    const start = JSON.parse(server.url) as DeskStart;
    const answers = await measureAnswers(start);
    const named = answers.map((figure) => ({ ...figure, name: `${figure.name} of ${bookings} bookings` }));
    return [...named, await measureList(start), await measureSheet(start)];
  } finally {
    await server.stop();
  }
}

/**
 * Asks one query after another, then from as many desks at once as read again when someone changes a booking.
 */
async function measureAnswers({ url, deskCookie, day }: DeskStart): Promise<Figure[]> {
  const queries = [
    ...VIEWS.map((view) => `view=${view}`),
    `view=all&day=${day}`,
    'view=all&q=wayan',
    'view=all&q=sulastri%20darmawan',
    'view=all&q=081210000777',
  ];
  const ask = async (query: string): Promise<number> => {
    const began = performance.now();
    const answer = await fetch(`${url}/api/staff/bookings?${query}`, { headers: { cookie: deskCookie } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${query}: ${answer.status} ${text}`);
    return performance.now() - began;
  };
  const slowest: { query: string; p99: number }[] = [];
  for (const query of queries) {
    const times: number[] = [];
    for (let asked = 0; asked < ASKED_EACH; asked += 1) times.push(await ask(query));
    console.error(
      `  desk list ${query}: median ${at(times, 0.5).toFixed(1)}, p99 ${at(times, 0.99).toFixed(1)} ms`,
    );
    slowest.push({ query, p99: at(times, 0.99) });
  }
  const together: number[] = [];
  for (let round = 0; round < ASKED_EACH / 10; round += 1) {
    together.push(...(await Promise.all(Array.from({ length: DESKS_AT_ONCE }, () => ask('view=open')))));
  }
  const worst = slowest.reduce((a, b) => (b.p99 > a.p99 ? b : a));
  return [
    { name: `Desk list, p99 of the slowest (${worst.query})`, value: worst.p99, unit: 'ms' },
    { name: `  ${DESKS_AT_ONCE} at once, p99`, value: at(together, 0.99), unit: 'ms' },
  ];
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Changes a filter, goes on through the lines of a day of 300 visits, opens requests, and searches. */
function measureList({ url, deskCookie, day }: DeskStart): Promise<Figure> {
  const name = 'Desk list, slowest tap or key';
  return measurePage({ url, cookie: deskCookie, width: 1280, name }, async (page) => {
    await page.goto(`${url}${LIST}`);
    const lines = page.locator('.queue-row');
    await expect(lines.first()).toBeVisible({ timeout: ANSWER_MS });
    await page.getByLabel('Tampilkan', { exact: true }).selectOption('all');
    await page.getByLabel('Hari kunjungan').fill(day);
    for (let shown = 50; shown < 300; shown += 50) {
      await expect(lines).toHaveCount(shown, { timeout: ANSWER_MS });
      await page.getByRole('button', { name: 'Tampilkan lagi' }).click();
    }
    await expect(lines).toHaveCount(300, { timeout: ANSWER_MS });
    for (const index of [299, 120, 3]) {
      await lines.nth(index).click();
      await expect(page.locator('#file-title')).toBeVisible({ timeout: ANSWER_MS });
      await page.waitForTimeout(500);
    }
    await page.getByRole('searchbox').click();
    await page.keyboard.type('sulastri', { delay: 80 });
    await page.keyboard.press('Enter');
    await page.waitForTimeout(1_500);
    await page.getByLabel('Tampilkan', { exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(1_500);
  });
}

/** Opens and leaves visits on a crew's sheet of 40, and presses the button for the order. */
function measureSheet({ url, crewCookie }: DeskStart): Promise<Figure> {
  const name = 'Run sheet of 40 visits, slowest tap or key';
  return measurePage({ url, cookie: crewCookie, width: 360, name }, async (page) => {
    await page.goto(`${url}/petugas/tugas`);
    const visits = page.locator('.sheet-day a');
    await expect(visits.nth(39)).toBeVisible({ timeout: ANSWER_MS });
    for (const index of [0, 39]) {
      await visits.nth(index).click();
      await page.waitForTimeout(1_000);
      await page.getByRole('link', { name: 'Kembali' }).first().click();
      await expect(visits.nth(39)).toBeVisible({ timeout: ANSWER_MS });
    }
    await page.getByRole('button', { name: /urutan/i }).click();
    await page.waitForTimeout(500);
  });
}

type Measured = {
  readonly url: string;
  readonly cookie: string;
  readonly width: number;
  readonly name: string;
};

function measurePage(
  { url, cookie, width, name }: Measured,
  use: (page: Page) => Promise<void>,
): Promise<Figure> {
  return withPhone({ viewport: { width, height: 800 }, serviceWorkers: 'block' }, async (context) => {
    const [key = '', value = ''] = cookie.split(/=(.*)/s);
    // A `__Host-` cookie can be planted for https only; the browser sends it to localhost all the same.
    const https = url.replace('http:', 'https:');
    await context.addCookies([
      { name: key, value, url: https, secure: true, httpOnly: true, sameSite: 'Strict' },
    ]);
    const page = await context.newPage();
    const readInteractions = await noteInteractions(page);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await use(page);
    await page.waitForTimeout(1_000);
    const { count, slowest, list } = await readInteractions();
    console.error(`${name}:\n${list}`);
    return {
      name: `${name} at ${SLOWER}x CPU (${count})`,
      value: slowest,
      unit: 'ms',
      target: { atMost: 100 },
    };
  });
}
