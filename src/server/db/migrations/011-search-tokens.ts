import type { Migration } from './migration';

/**
 * A booking is found by few index rows and the tokens in its own row: an index row for each beginning of each
 * name was most of what a booking wrote. `jobs/index-bookings` converts older bookings.
 */
export const searchTokens: Migration = {
  version: 11,
  statements: (engine) => [
    `ALTER TABLE bookings ADD COLUMN search_tokens ${engine === 'sqlite' ? 'BLOB' : 'BYTEA'}`,
    'UPDATE bookings SET search_version = 0',
  ],
};
