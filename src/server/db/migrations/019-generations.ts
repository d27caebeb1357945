import type { Migration } from './migration';

/**
 * Which life of the database this is: a database that is put back to a backup gets another one, so that
 * whoever has read further than the backup reads everything again.
 */
export const generations: Migration = {
  version: 19,
  statements: () => [
    `CREATE TABLE city_generations (
      city TEXT PRIMARY KEY REFERENCES cities (code), generation TEXT NOT NULL, changed_at BIGINT NOT NULL)`,
  ],
};
