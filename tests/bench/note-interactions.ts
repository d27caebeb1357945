import type { Page } from '@playwright/test';

/** The shortest duration that the browser reports (Event Timing); a shorter one does not matter here. */
const SHORTEST_MS = 16;
/** The worst tap of every so many does not count, as in the web's own measure. */
const ONE_LEFT_OUT_OF = 50;
const SHOWN = 5;

export type Interactions = {
  readonly count: number;
  /** The longest time from a tap or key to the next picture, in milliseconds. */
  readonly slowest: number;
  /** The same as browsers report it (INP): of every 50 taps and keys the worst one is left out. */
  readonly inp: number;
  /** Lists the slowest few, with where they were and what took the time. */
  readonly list: string;
};

type Noted = { readonly ms: number; readonly what: string };

/** Notes every tap and key of the page from its next load on, within the page: to tell of each takes its time. */
export async function noteInteractions(page: Page): Promise<() => Promise<Interactions>> {
  await page.addInitScript((durationThreshold) => {
    const noted: Record<number, Noted> = {};
    Reflect.set(window, 'notedInteractions', noted);
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        const { interactionId, name, target, duration, startTime, processingStart, processingEnd } = entry;
        if (interactionId === 0 || duration <= (noted[interactionId]?.ms ?? 0)) continue;
        const at = target instanceof HTMLElement ? target.textContent.trim().slice(0, 30) : '';
        const [waited, worked] = [processingStart - startTime, processingEnd - processingStart];
        const drawn = duration - waited - worked;
        const parts = [waited, worked, drawn].map(Math.round).join(' + ');
        const where = location.pathname.split('/').at(-1);
        noted[interactionId] = {
          ms: duration,
          what: `(waited + worked + drawn ${parts}) ${name} ${where} "${at}"`,
        };
      }
    });
    observer.observe({ type: 'event', durationThreshold, buffered: true } as PerformanceObserverInit);
  }, SHORTEST_MS);
  return async () => {
    const noted: Record<number, Noted> = await page.evaluate(() => Reflect.get(window, 'notedInteractions'));
    const sorted = Object.values(noted).sort((a, b) => b.ms - a.ms);
    return {
      count: sorted.length,
      slowest: sorted[0]?.ms ?? 0,
      inp: sorted[Math.floor(sorted.length / ONE_LEFT_OUT_OF)]?.ms ?? 0,
      list: sorted
        .slice(0, SHOWN)
        .map(({ ms, what }) => `  ${ms} ms ${what}`)
        .join('\n'),
    };
  };
}
