import type { Migration } from './migration';

/**
 * Callbacks that residents asked for. Name and number are deleted once the call is over or no longer wanted.
 */
export const callbacks: Migration = {
  version: 6,
  statements: (engine) => [
    `CREATE TABLE callbacks (
      city TEXT NOT NULL REFERENCES cities (code), id TEXT NOT NULL, device_hash TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('asked', 'done', 'withdrawn')),
      change_number BIGINT NOT NULL, person ${engine === 'sqlite' ? 'BLOB' : 'BYTEA'},
      asked_at BIGINT NOT NULL, promised_by BIGINT NOT NULL, changed_at BIGINT NOT NULL,
      tries BIGINT NOT NULL DEFAULT 0, tried_at BIGINT,
      outcome TEXT CHECK (outcome IN ('booked', 'talked')), booking_id TEXT, finished_by TEXT,
      PRIMARY KEY (city, id),
      CHECK (state <> 'asked' OR person IS NOT NULL),
      FOREIGN KEY (city, booking_id) REFERENCES bookings (city, id),
      FOREIGN KEY (city, finished_by) REFERENCES staff (city, id))`,
    'CREATE INDEX callbacks_of_device ON callbacks (city, device_hash, change_number)',
    "CREATE INDEX callbacks_open ON callbacks (city, promised_by) WHERE state = 'asked'",
  ],
};
