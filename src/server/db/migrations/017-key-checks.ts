import type { Migration } from './migration';

/**
 * A value encrypted under the city's keys: other keys cannot decrypt it, and the server does not start with
 * them.
 */
export const keyChecks: Migration = {
  version: 17,
  statements: (engine) => [
    `CREATE TABLE key_checks (
      city TEXT NOT NULL REFERENCES cities (code), name TEXT NOT NULL,
      value ${engine === 'sqlite' ? 'BLOB' : 'BYTEA'} NOT NULL, PRIMARY KEY (city, name))`,
  ],
};
