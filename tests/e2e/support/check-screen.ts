import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { ALL_RULES, listFaults } from '../../../src/build/examples/axe-rules';
import { settle } from '../../../src/build/examples/settle';

/**
 * The folder that keeps each screen as a picture for people to look at; no picture is kept while it is unset.
 */
const { SCREENS_FOLDER } = process.env;

/**
 * Rules that depend on colours alone, and rules that depend on room alone; all others find the same in each
 * mode.
 */
const COLOUR_RULES = ['color-contrast-enhanced', 'link-in-text-block'];
const ROOM_RULES = ['target-size', 'scrollable-region-focusable', 'meta-viewport'];

/**
 * Lists what axe finds by the given rules, else by all. No screen has frames inside: only the page is judged.
 */
async function findFaults(page: Page, rules?: string[]): Promise<string[]> {
  // axe is half a megabyte of code: the browser reads it once per document, not at each check.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const judged: RunOptions = rules ? { runOnly: { type: 'rule', values: rules } } : ALL_RULES;
  const found = await page.evaluate(
    (options) => (window as typeof window & { axe: typeof axe }).axe.run(document, options),
    { ...judged, resultTypes: ['violations', 'incomplete'] } satisfies RunOptions,
  );
  return listFaults(found).map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

async function keep(page: Page, name: string): Promise<void> {
  if (SCREENS_FOLDER === undefined) return;
  const animations = 'disabled';
  await page.screenshot({ path: join(SCREENS_FOLDER, `${name}.png`), fullPage: true, animations });
}

/** Longer words may be wider than the screen at 320 px and 200 %. */
const WHOLE_LETTERS = 9;

/** Lists words that begin on one line and end on the next, although they would fit on one. */
function findBrokenWords(page: Page): Promise<string[]> {
  return page.evaluate((longest) => {
    const broken: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      // A full link or key is no word; `Pindah/datang` is one, since not every browser breaks it at its stroke.
      if (node.parentElement?.closest('[translate=no]:not(html), textarea')) continue;
      for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/[\p{L}/]+/gu)) {
        if (word.length > longest) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        if (lines.size > 1) broken.push(word);
      }
    }
    return broken;
  }, WHOLE_LETTERS);
}

/** CSS pixels; the pages of the staff may use less (see their tokens). */
const SMALLEST_TEXT = 18;

/** Lists the words on a resident's screen that are smaller than that. */
function findSmallText(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => {
    if (location.pathname.startsWith('/petugas')) return [];
    const small = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const words = node.nodeValue?.trim() ?? '';
      const box = node.parentElement?.getBoundingClientRect();
      if (words === '' || !node.parentElement || !box || box.width <= 1 || box.height <= 1) continue;
      if (Number.parseFloat(getComputedStyle(node.parentElement).fontSize) < smallest) small.add(words);
    }
    return [...small];
  }, SMALLEST_TEXT);
}

/**
 * Judges the screen as it stands: by day, by night, and at 320 px with text at 200 %, where nothing may
 * scroll sideways. `heading` is the screen's own, for a screen that was just asked for: until it appears, the
 * screen before may still stand.
 */
export async function checkScreen(page: Page, name: string, heading?: string | RegExp): Promise<void> {
  // A page whose code is still loading has no heading yet; a page that never gets one fails here.
  await expect(page.locator('h1:visible').first()).toBeVisible();
  if (heading !== undefined) {
    await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
  }
  const faults: Record<string, readonly string[]> = {};
  for (const colorScheme of ['light', 'dark'] as const) {
    // Motion is reduced, because this would wait forever for an endless one.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(settle);
    faults[colorScheme] = await findFaults(page, colorScheme === 'dark' ? COLOUR_RULES : undefined);
    await keep(page, `${name}-${colorScheme}`);
  }
  faults.small = await findSmallText(page);
  const before = page.viewportSize() ?? { width: 360, height: 640 };
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  faults.large = await findFaults(page, ROOM_RULES);
  await keep(page, `${name}-large`);
  const broken = await findBrokenWords(page);
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
  expect({ ...faults, overflow, broken }, name).toEqual({
    light: [],
    dark: [],
    large: [],
    small: [],
    overflow: 0,
    broken: [],
  });
}
