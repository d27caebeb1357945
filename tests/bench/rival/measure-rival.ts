import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Hand } from '../../e2e/support/fill-in-request';
import { startServer } from '../../support/start-server';
import { type Figure, medianOf } from '../figure';
import { buildBareApp } from '../load/build-bare-app';
import { noteInteractions } from '../note-interactions';
import { withPhone } from '../open-browser';
import { noteBlocking } from './note-blocking';
import { personHand } from './person-hand';
import { walkApp, walkBare } from './walks';

const RUNS = 8;
const SLOWER_FOR_TAPS = 6;
const SLOWER_FOR_LOAD = 4;
/** How many times the bare page's figure the app's may be, in every run. */
const MAX_INP_RATIO = 1.5;
const MAX_TBT_RATIO = 1.3;
/** Event Timing counts in steps of this, in milliseconds; less than two of them is not told apart. */
const STEP_MS = 8;

type Walk = (page: Page, hand: Hand) => Promise<void>;
type Pair = { readonly app: number; readonly bare: number };

/**
 * Measures the app beside a bare page of React and its router, in turn, on the same machine and from the same
 * server: the times of one machine mean nothing on another, their ratio does. Each figure is the worst of all
 * runs.
 */
export async function measureRival(): Promise<Figure[]> {
  const folder = await buildBareApp();
  const [app, bare] = [await startServer(), await startServer({}, folder)];
  const inp: Pair[] = [];
  const tbt: Pair[] = [];
  try {
    for (let run = 1; run <= RUNS; run += 1) {
      tbt.push({ app: await loadOnce(app.url), bare: await loadOnce(bare.url) });
      const [taps, bareTaps] = [await walkOnce(app.url, walkApp), await walkOnce(bare.url, walkBare)];
      inp.push({ app: taps.inp, bare: bareTaps.inp });
      console.error(
        `Run ${run}: INP ${taps.inp} of ${taps.count}, bare ${bareTaps.inp} of ${bareTaps.count} ms; ` +
          `TBT ${tbt.at(-1)?.app}, bare ${tbt.at(-1)?.bare} ms. Slowest taps and keys of the app, then of the bare page:\n` +
          `${taps.list}\n  --\n${bareTaps.list}`,
      );
    }
  } finally {
    await Promise.all([app.stop(), bare.stop(), rm(folder, { recursive: true })]);
  }
  return [
    ...compare(`INP at ${SLOWER_FOR_TAPS}x CPU`, inp, MAX_INP_RATIO),
    ...compare(`TBT at ${SLOWER_FOR_LOAD}x CPU`, tbt, MAX_TBT_RATIO),
  ];
}

function compare(name: string, pairs: readonly Pair[], atMost: number): Figure[] {
  const ratios = pairs.map(({ app, bare }) => app / Math.max(bare, 2 * STEP_MS));
  const isMet = ratios.filter((ratio) => ratio <= atMost).length;
  return [
    { name: `${name}, app`, value: medianOf(pairs.map((pair) => pair.app)), unit: 'ms' },
    { name: '  bare page', value: medianOf(pairs.map((pair) => pair.bare)), unit: 'ms' },
    { name: '  ratio, worst of all runs', value: Math.max(...ratios), unit: '', target: { atMost } },
    { name: '  ratio, middle run', value: medianOf(ratios), unit: '', target: { atMost } },
    {
      name: '  runs within the limit',
      value: isMet,
      unit: `of ${pairs.length}`,
      target: { atLeast: pairs.length },
    },
  ];
}

function loadOnce(url: string): Promise<number> {
  return withPhone({ hasTouch: true }, async (context) => {
    const page = await context.newPage();
    const readBlocking = await noteBlocking(page);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_FOR_LOAD });
    await page.goto(url, { waitUntil: 'load' });
    return (await readBlocking()).total;
  });
}

function walkOnce(url: string, walk: Walk) {
  return withPhone({ hasTouch: true }, async (context) => {
    const page = await context.newPage();
    const readInteractions = await noteInteractions(page);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_FOR_TAPS });
    await page.goto(url, { waitUntil: 'load' });
    await walk(page, personHand(page));
    return readInteractions();
  });
}
