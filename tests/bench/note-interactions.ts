import type { Page } from '@playwright/test';

/** The shortest duration that the browser reports (Event Timing); a shorter one does not matter here. */
const SHORTEST_MS = 16;
const SHOWN = 5;

export type Interactions = {
  readonly count: () => number;
  /** From the tap or key to the next picture, in milliseconds. */
  readonly slowest: () => number;
  /** Lists the slowest few, with where they were. */
  readonly list: () => string;
};

type Noted = { readonly ms: number; readonly what: string };

/** Notes every tap and key of the page from its next load on. */
export async function noteInteractions(page: Page): Promise<Interactions> {
  const noted = new Map<number, Noted>();
  await page.exposeFunction('noteInteraction', (id: number, ms: number, what: string) => {
    if (ms > (noted.get(id)?.ms ?? 0)) noted.set(id, { ms, what });
  });
  await page.addInitScript((durationThreshold) => {
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        if (entry.interactionId === 0) continue;
        const at = entry.target instanceof HTMLElement ? entry.target.textContent.trim().slice(0, 30) : '';
        const waited = Math.round(entry.processingStart - entry.startTime);
        const worked = Math.round(entry.processingEnd - entry.processingStart);
        const what = `${entry.name} ${location.pathname.split('/').at(-1)} "${at}" waited ${waited}, worked ${worked}`;
        Reflect.get(window, 'noteInteraction')(entry.interactionId, entry.duration, what);
      }
    });
    observer.observe({ type: 'event', durationThreshold, buffered: true } as PerformanceObserverInit);
  }, SHORTEST_MS);
  const sorted = () => [...noted.values()].sort((a, b) => b.ms - a.ms);
  return {
    count: () => noted.size,
    slowest: () => sorted()[0]?.ms ?? 0,
    list: () =>
      sorted()
        .slice(0, SHOWN)
        .map(({ ms, what }) => `  ${ms} ms ${what}`)
        .join('\n'),
  };
}
