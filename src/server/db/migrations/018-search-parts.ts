import type { Migration } from './migration';

/** Finds the bookings that the job of search has yet to index for version 3, whichever version they have. */
export const searchParts: Migration = {
  version: 18,
  statements: () => [
    'DROP INDEX bookings_unsearchable',
    `CREATE INDEX bookings_unsearchable ON bookings (city, submitted_change)
      WHERE search_version < 3 AND erased_at IS NULL`,
  ],
};
