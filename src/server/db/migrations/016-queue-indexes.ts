import type { Migration } from './migration';

/**
 * The desk's queue reads the open bookings, oldest first: a few hundred of all bookings ever made, which it
 * would otherwise scan entirely. Counting the bookings of a state uses only an index.
 */
export const queueIndexes: Migration = {
  version: 16,
  statements: () => [
    `CREATE INDEX bookings_open ON bookings (city, submitted_change)
      WHERE state IN ('waiting', 'scheduled', 'departed', 'arrived')`,
    'CREATE INDEX bookings_of_state ON bookings (city, state, submitted_change)',
  ],
};
