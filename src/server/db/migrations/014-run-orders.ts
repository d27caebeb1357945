import type { Migration } from './migration';

/** The order in which the desk wants a unit's visits of a window to be made: ids as JSON, in that order. */
export const runOrders: Migration = {
  version: 14,
  statements: () => [
    `CREATE TABLE run_orders (
      city TEXT NOT NULL REFERENCES cities (code), unit TEXT NOT NULL, day TEXT NOT NULL, window_id TEXT NOT NULL,
      revision BIGINT NOT NULL CHECK (revision > 0), bookings_json TEXT NOT NULL,
      change_number BIGINT NOT NULL, changed_at BIGINT NOT NULL, changed_by TEXT NOT NULL,
      PRIMARY KEY (city, unit, day, window_id),
      FOREIGN KEY (city, changed_by) REFERENCES staff (city, id))`,
  ],
};
