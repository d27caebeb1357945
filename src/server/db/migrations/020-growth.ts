import type { Migration } from './migration';

/** How many entries of the audit one row of `audit_mentions` stands for. */
const BLOCK = 64;

/**
 * What a city of a million bookings needs so that nothing is looked for row by row. `audit_mentions` leads from a
 * booking's number to the stretches of the audit whose lists showed it, kept by a trigger; `audit_heads.unmentioned` is
 * the newest entry that it does not cover yet (jobs/audit/index-mentions). `over_at` is when a booking was closed or
 * cancelled, `unlinked_at` when an erased one left its phones; both are absent in older rows until the jobs reach them.
 * `finished_upgrades` names the work on older rows that is done for good.
 */
export const growth: Migration = {
  version: 20,
  statements: (engine) => [
    'CREATE INDEX booking_devices_of ON booking_devices (city, booking_id)',
    'CREATE INDEX bookings_submitted_at ON bookings (city, submitted_at, area, channel)',
    'CREATE INDEX bookings_of_area ON bookings (city, area, submitted_change)',
    'CREATE INDEX bookings_asked ON bookings (city, submitted_change) WHERE question IS NOT NULL',
    `CREATE INDEX bookings_wishes ON bookings
      (city, submitted_change, minutes, area, preferences_json, equipment_json, services_json, id) WHERE state = 'waiting'`,
    'CREATE INDEX slots_of_day ON slots (city, day)',
    'CREATE INDEX callbacks_of_booking ON callbacks (city, booking_id) WHERE booking_id IS NOT NULL',
    'ALTER TABLE bookings ADD COLUMN over_at BIGINT',
    'ALTER TABLE bookings ADD COLUMN unlinked_at BIGINT',
    'DROP INDEX bookings_to_erase',
    'DROP INDEX bookings_erased',
    'CREATE INDEX bookings_to_erase ON bookings (city, over_at, id) WHERE over_at IS NOT NULL AND erased_at IS NULL',
    `CREATE INDEX bookings_over_unknown ON bookings (city, submitted_change)
      WHERE over_at IS NULL AND erased_at IS NULL AND state IN ('closed', 'cancelled')`,
    'CREATE INDEX bookings_to_unlink ON bookings (city, erased_at) WHERE erased_at IS NOT NULL AND unlinked_at IS NULL',
    `CREATE TABLE finished_upgrades (
      city TEXT NOT NULL REFERENCES cities (code), name TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (city, name))`,
    'CREATE INDEX audit_at ON audit_entries (city, at, seq)',
    `CREATE TABLE audit_mentions (
      city TEXT NOT NULL REFERENCES cities (code), number TEXT NOT NULL, block BIGINT NOT NULL,
      PRIMARY KEY (city, number, block))${engine === 'sqlite' ? ' WITHOUT ROWID' : ''}`,
    'ALTER TABLE audit_heads ADD COLUMN unmentioned BIGINT NOT NULL DEFAULT 0',
    'UPDATE audit_heads SET unmentioned = seq',
    ...(engine === 'sqlite' ? sqliteTriggers() : postgresTriggers()),
  ],
};

const EVENTS = ['UPDATE', 'DELETE'];

function sqliteTriggers(): string[] {
  return [
    `CREATE TRIGGER audit_mentioned AFTER INSERT ON audit_entries WHEN json_valid(NEW.detail) BEGIN
      INSERT INTO audit_mentions (city, number, block)
        SELECT NEW.city, value, NEW.seq / ${BLOCK} FROM json_tree(NEW.detail)
        WHERE type = 'text' AND length(value) = 8 AND value NOT GLOB '*[^0-9]*' ON CONFLICT DO NOTHING; END`,
    ...EVENTS.map(
      (event) => `CREATE TRIGGER audit_mentions_no_${event.toLowerCase()} BEFORE ${event} ON audit_mentions
        BEGIN SELECT RAISE(ABORT, 'audit_mentions can only be added to'); END`,
    ),
  ];
}

function postgresTriggers(): string[] {
  return [
    `CREATE FUNCTION audit_mentioned() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO audit_mentions (city, number, block)
        SELECT NEW.city, mention.parts[1], NEW.seq / ${BLOCK}
        FROM regexp_matches(NEW.detail, '"([0-9]{8})"', 'g') AS mention (parts)
        ON CONFLICT DO NOTHING;
      RETURN NULL; END $$`,
    `CREATE TRIGGER audit_mentioned AFTER INSERT ON audit_entries
      FOR EACH ROW EXECUTE FUNCTION audit_mentioned()`,
    ...EVENTS.map(
      (event) => `CREATE TRIGGER audit_mentions_no_${event.toLowerCase()} BEFORE ${event} ON audit_mentions
        FOR EACH ROW EXECUTE FUNCTION only_added_to()`,
    ),
  ];
}
