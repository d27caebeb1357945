import type { Migration } from './migration';

/**
 * What became of each service, in plain, to be counted: the record itself stays sealed, since its reasons can tell of a
 * person's health. Bookings from before it are added by jobs/index-outcomes, which has the keys.
 */
export const outcomes: Migration = {
  version: 12,
  statements: () => [
    `CREATE TABLE visit_outcomes (
      city TEXT NOT NULL, booking_id TEXT NOT NULL, service TEXT NOT NULL, outcome TEXT NOT NULL,
      PRIMARY KEY (city, booking_id, service),
      FOREIGN KEY (city, booking_id) REFERENCES bookings (city, id))`,
    'CREATE INDEX bookings_closed ON bookings (city, closed_at) WHERE closed_at IS NOT NULL',
  ],
};
