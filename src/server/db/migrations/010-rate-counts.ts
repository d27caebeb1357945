import type { Migration } from './migration';

/** What all processes together have counted about frequent callers (db/rate/share-rate-counts.ts). */
export const rateCounts: Migration = {
  version: 10,
  statements: () => [
    `CREATE TABLE rate_counts (
      city TEXT NOT NULL, subject TEXT NOT NULL, started_at BIGINT NOT NULL, count BIGINT NOT NULL CHECK (count > 0),
      PRIMARY KEY (city, subject))`,
  ],
};
