import { expect, type Page } from '@playwright/test';
import { fillInRequest } from '../e2e/support/fill-in-request';
import { countWire } from './count-wire';
import type { Figure } from './figure';
import { noteInteractions } from './note-interactions';
import { withPhone } from './open-browser';

const KILOBYTE = 1000;
const SLOWER = 6;
const KEY_DELAY_MS = 60;
const ANSWER_MS = 30_000;

/**
 * Measures what the network carries for a first load and then a whole booking, until its date is on screen.
 * No service worker runs: it would fetch its copies (the precache, counted separately) besides.
 */
export function measureWire(url: string): Promise<Figure[]> {
  return withPhone({ serviceWorkers: 'block' }, async (context) => {
    const page = await context.newPage();
    const wire = await countWire(page);
    await page.goto(url, { waitUntil: 'load' });
    await wire.settle();
    const first = { all: wire.allBytes() / KILOBYTE, script: wire.scriptBytes() / KILOBYTE };
    await book(page);
    await wire.settle();
    return [
      { name: 'First load with what comes late, all', value: first.all, unit: 'KB', target: { atMost: 170 } },
      { name: '  its JavaScript', value: first.script, unit: 'KB', target: { atMost: 120 } },
      {
        name: 'Booking journey, all on the wire',
        value: wire.allBytes() / KILOBYTE,
        unit: 'KB',
        target: { atMost: 250 },
      },
      { name: '  its JavaScript', value: wire.scriptBytes() / KILOBYTE, unit: 'KB' },
    ];
  });
}

/**
 * Measures the slowest answer on screen to a tap or key while a booking is filled in and sent: with so few
 * interactions, that is the INP.
 */
export function measureInteractions(url: string): Promise<Figure[]> {
  return withPhone({}, async (context) => {
    const page = await context.newPage();
    const readInteractions = await noteInteractions(page);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.goto(url, { waitUntil: 'load' });
    await book(page, () => typeInto(page));
    await page.waitForTimeout(1_000);
    const { count, slowest, list } = await readInteractions();
    console.error(`Slowest taps and keys of the journey:\n${list}`);
    return [
      {
        name: `INP of the journey at ${SLOWER}x CPU (${count} taps and keys)`,
        value: slowest,
        unit: 'ms',
        target: { atMost: 100 },
      },
    ];
  });
}

async function book(page: Page, onPage?: () => Promise<void>): Promise<void> {
  await page
    .getByRole('link', { name: /Ajukan kunjungan/ })
    .first()
    .click();
  await fillInRequest(page, onPage === undefined ? {} : { onPage });
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByText(/Terjadwal|Daftar tunggu/).first()).toBeVisible({ timeout: ANSWER_MS });
}

/**
 * Types key by key into every field, as a person does; the journey then puts its own answers in their place.
 */
async function typeInto(page: Page): Promise<void> {
  for (const field of await page.getByRole('textbox').or(page.getByRole('searchbox')).all()) {
    await field.click();
    await field.pressSequentially('ganjar 18', { delay: KEY_DELAY_MS });
    await field.fill('');
  }
}
