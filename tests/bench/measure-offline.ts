import { type Figure, medianOf } from './figure';
import { withPhone } from './open-browser';

const VISITS = 5;
const SLOWER = 4;
const SETTLE_MS = 2_500;

/** Measures a visit with the network off, once the service worker has all it needs: the median of several. */
export function measureOfflineVisit(url: string): Promise<Figure> {
  return withPhone({}, async (context) => {
    const first = await context.newPage();
    await first.goto(url);
    await first.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active === null || active.state === 'activated') return;
      await new Promise((resolve) => active.addEventListener('statechange', resolve, { once: true }));
    });
    await first.close();
    await context.setOffline(true);
    const times: number[] = [];
    for (let visit = 0; visit < VISITS; visit += 1) {
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      await page.goto(url);
      times.push(
        await page.evaluate(async (settleMs) => {
          let last = Number.NaN;
          const observer = new PerformanceObserver((list) => {
            last = list.getEntries().at(-1)?.startTime ?? last;
          });
          observer.observe({
            type: 'largest-contentful-paint',
            buffered: true,
          });
          await new Promise((resolve) => setTimeout(resolve, settleMs));
          return last;
        }, SETTLE_MS),
      );
      await page.close();
    }
    const value = medianOf(times) / 1000;
    return {
      name: `LCP of a visit offline at ${SLOWER}x CPU`,
      value,
      unit: 's',
      target: { atMost: 0.8 },
    };
  });
}
