import type { Migration } from './migration';

/** In which order the desk wants a window's visits of a unit made: ids as JSON, the first one first. */
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
