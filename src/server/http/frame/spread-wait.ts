/** The least stretch over which those who are told to wait come back, seconds. */
const LEAST_SPREAD_S = 10;

/**
 * Returns a wait of at least `seconds`, whole, spread over as long again: many are refused in the same moment
 * and would come back in the same one. `random` returns a number from 0 to below 1.
 */
export function spreadWaitSeconds(seconds: number, random: () => number = Math.random): number {
  return seconds + Math.floor(random() * (Math.max(seconds, LEAST_SPREAD_S) + 1));
}
