import type { Page } from '@playwright/test';

/** A task longer than this keeps a person waiting (W3C Long Tasks). */
const LONG_MS = 50;
/** The page is quiet once no task was long for this time, in milliseconds. */
const QUIET_MS = 3_000;

export type Blocking = {
  /** The time by which the long tasks were longer than 50 ms, all together (TBT), in milliseconds. */
  readonly total: number;
  /** Each long task, in milliseconds, in order. */
  readonly tasks: readonly number[];
};

/** Notes the long tasks of the page from its next load on; the function waits until it is quiet. */
export async function noteBlocking(page: Page): Promise<() => Promise<Blocking>> {
  await page.addInitScript(() => {
    const tasks: { at: number; ms: number }[] = [];
    Reflect.set(window, 'notedTasks', tasks);
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) tasks.push({ at: startTime, ms: duration });
    }).observe({ type: 'longtask', buffered: true });
  });
  return async () => {
    const tasks = await page.evaluate(async (quietMs) => {
      const noted: { at: number; ms: number }[] = Reflect.get(window, 'notedTasks');
      while (performance.now() - Math.max(0, ...noted.map(({ at, ms }) => at + ms)) < quietMs) {
        await new Promise((resolve) => setTimeout(resolve, quietMs / 2));
      }
      return noted.map(({ ms }) => ms);
    }, QUIET_MS);
    return { total: tasks.reduce((sum, ms) => sum + Math.max(0, ms - LONG_MS), 0), tasks };
  };
}
