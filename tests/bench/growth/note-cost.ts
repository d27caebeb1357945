import { setTimeout as sleep } from 'node:timers/promises';

/** `stopMs`: the longest stretch in which the event loop answered nobody. */
export type Cost = { readonly cpuMs: number; readonly stopMs: number; readonly tookMs: number };

const TICK_MS = 1;

/**
 * Notes the CPU time of all threads, and how long the event loop stood still at most, in milliseconds. `databaseCpuMs`
 * tells what a database of its own process has used so far.
 */
export async function noteCost(
  work: () => Promise<unknown>,
  databaseCpuMs: () => number = () => 0,
): Promise<Cost> {
  let stopMs = 0;
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    stopMs = Math.max(stopMs, now - last - TICK_MS);
    last = now;
  };
  const timer = setInterval(tick, TICK_MS);
  await sleep(2 * TICK_MS);
  stopMs = 0;
  const began = performance.now();
  const databaseBefore = databaseCpuMs();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const cpuMs = (user + system) / 1_000 + databaseCpuMs() - databaseBefore;
  const tookMs = performance.now() - began;
  tick();
  clearInterval(timer);
  return { cpuMs, stopMs, tookMs };
}
