import type { Migration } from './migration';

/**
 * The outcome of each service in plain text, so that it can be counted. The record itself stays encrypted,
 * since its reasons can tell about a person's health. jobs/index-outcomes, which has the keys, adds older
 * bookings.
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
