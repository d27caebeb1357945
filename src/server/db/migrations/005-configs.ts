import type { Migration } from './migration';

/**
 * Every revision of a city's configuration, complete and kept forever: what a resident was told can be looked
 * up later.
 */
export const configs: Migration = {
  version: 5,
  statements: (engine) => [
    `CREATE TABLE city_configs (
      city TEXT NOT NULL REFERENCES cities (code), revision BIGINT NOT NULL CHECK (revision > 0),
      config_json TEXT NOT NULL, changed_at BIGINT NOT NULL, changed_by TEXT NOT NULL, note TEXT NOT NULL,
      PRIMARY KEY (city, revision))`,
    ...(engine === 'sqlite' ? sqliteTriggers() : postgresTriggers()),
  ],
};

const WORDS = 'a configuration is never changed, a new one follows it';

function sqliteTriggers(): string[] {
  return ['UPDATE', 'DELETE'].map(
    (event) =>
      `CREATE TRIGGER config_fixed_${event.toLowerCase()} BEFORE ${event} ON city_configs
        BEGIN SELECT RAISE(ABORT, '${WORDS}'); END`,
  );
}

function postgresTriggers(): string[] {
  return [
    `CREATE FUNCTION config_fixed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${WORDS}'; END $$`,
    `CREATE TRIGGER config_fixed BEFORE UPDATE OR DELETE ON city_configs
      FOR EACH ROW EXECUTE FUNCTION config_fixed()`,
  ];
}
