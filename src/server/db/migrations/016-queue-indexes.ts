import type { Migration } from './migration';

/**
 * The desk's queue reads the open ones, oldest first: a few hundred of all that were ever asked for, which otherwise are
 * all gone through. How many there are of a state is counted in an index alone.
 */
export const queueIndexes: Migration = {
  version: 16,
  statements: () => [
    `CREATE INDEX bookings_open ON bookings (city, submitted_change)
      WHERE state IN ('waiting', 'scheduled', 'departed', 'arrived')`,
    'CREATE INDEX bookings_of_state ON bookings (city, state, submitted_change)',
  ],
};
