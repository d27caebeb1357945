import type { Migration } from './migration';

/**
 * A configuration that is in force while its effects are still being carried out: which visits lose their window by it,
 * and how far that and the waiting list have come. At most one for each city; its row goes when all is done.
 */
export const unsettledConfigs: Migration = {
  version: 22,
  statements: () => [
    `CREATE TABLE unsettled_configs (
      city TEXT PRIMARY KEY REFERENCES cities (code), revision BIGINT NOT NULL,
      step TEXT NOT NULL CHECK (step IN ('return', 'promote', 'offer')), position BIGINT NOT NULL,
      visits_json TEXT NOT NULL)`,
  ],
};
