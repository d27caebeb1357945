/**
 * How often a caller has asked since when (Unix milliseconds); `subject` is a keyed hash of a device or an
 * address.
 */
export type RateTables = {
  rate_counts: { city: string; subject: string; started_at: number; count: number };
};
