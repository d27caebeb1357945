import type { Migration } from './migration';

/**
 * What desk and crews add to a booking. A trigger keeps every unit that was ever sent to a home
 * (`assignments`), in step with the reservations. Rows can only be added to `audit_entries`.
 */
export const visits: Migration = {
  version: 4,
  statements: (engine) => {
    const bytes = engine === 'sqlite' ? 'BLOB' : 'BYTEA';
    return [
      ...bookingColumns(bytes).map((column) => `ALTER TABLE bookings ADD COLUMN ${column}`),
      'ALTER TABLE events ADD COLUMN staff_id TEXT',
      `ALTER TABLE events ADD COLUMN note ${bytes}`,
      'CREATE INDEX bookings_submitted ON bookings (city, submitted_change)',
      'CREATE INDEX bookings_person ON bookings (city, person_index) WHERE person_index IS NOT NULL',
      'CREATE INDEX bookings_unsearchable ON bookings (city, submitted_change) WHERE search_version = 0',
      `CREATE INDEX bookings_new ON bookings (city, submitted_change)
        WHERE accepted_at IS NULL AND state IN ('waiting', 'scheduled')`,
      'CREATE INDEX reservations_of_day ON reservations (city, day, unit)',
      `CREATE TABLE booking_tokens (
        city TEXT NOT NULL, token TEXT NOT NULL, booking_id TEXT NOT NULL,
        PRIMARY KEY (city, token, booking_id),
        FOREIGN KEY (city, booking_id) REFERENCES bookings (city, id))`,
      `CREATE TABLE assignments (
        city TEXT NOT NULL, booking_id TEXT NOT NULL, unit TEXT NOT NULL,
        PRIMARY KEY (city, booking_id, unit),
        FOREIGN KEY (city, booking_id) REFERENCES bookings (city, id))`,
      'CREATE INDEX assignments_of_unit ON assignments (city, unit)',
      'INSERT INTO assignments (city, booking_id, unit) SELECT city, booking_id, unit FROM reservations',
      `CREATE TABLE visit_records (
        city TEXT NOT NULL, id TEXT NOT NULL, booking_id TEXT NOT NULL, unit TEXT NOT NULL, staff_id TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('depart', 'arrive', 'record', 'return')),
        body ${bytes} NOT NULL, made_at BIGINT NOT NULL, at BIGINT NOT NULL,
        conflict TEXT CHECK (conflict IN ('moved', 'cancelled', 'closed')),
        resolved_at BIGINT, resolved_by TEXT, kept BIGINT CHECK (kept IN (0, 1)),
        PRIMARY KEY (city, id),
        FOREIGN KEY (city, booking_id) REFERENCES bookings (city, id),
        FOREIGN KEY (city, staff_id) REFERENCES staff (city, id))`,
      'CREATE INDEX visit_records_of ON visit_records (city, booking_id)',
      `CREATE INDEX visit_records_open ON visit_records (city, booking_id)
        WHERE kind = 'record' AND conflict IS NOT NULL AND resolved_at IS NULL`,
      `CREATE TABLE audit_heads (
        city TEXT PRIMARY KEY REFERENCES cities (code), seq BIGINT NOT NULL, hash TEXT NOT NULL)`,
      `CREATE TABLE audit_entries (
        city TEXT NOT NULL REFERENCES cities (code), seq BIGINT NOT NULL, at BIGINT NOT NULL,
        staff_id TEXT NOT NULL, address TEXT NOT NULL, action TEXT NOT NULL, booking_id TEXT,
        detail TEXT NOT NULL, prev_hash TEXT NOT NULL, hash TEXT NOT NULL,
        PRIMARY KEY (city, seq))`,
      'CREATE INDEX audit_of_booking ON audit_entries (city, booking_id, seq) WHERE booking_id IS NOT NULL',
      'CREATE INDEX audit_of_staff ON audit_entries (city, staff_id, seq)',
      ...(engine === 'sqlite' ? sqliteTriggers() : postgresTriggers()),
    ];
  },
};

function bookingColumns(bytes: string): string[] {
  return [
    "channel TEXT NOT NULL DEFAULT 'online' CHECK (channel IN ('online', 'phone', 'kelurahan', 'callback'))",
    'accepted_at BIGINT',
    `question ${bytes}`,
    'asked_at BIGINT',
    'departed_at BIGINT',
    'arrived_at BIGINT',
    'closed_at BIGINT',
    `visit ${bytes}`,
    'person_index TEXT',
    'search_version BIGINT NOT NULL DEFAULT 0',
  ];
}

const LOG_ASSIGNMENT = `INSERT INTO assignments (city, booking_id, unit)
  VALUES (NEW.city, NEW.booking_id, NEW.unit) ON CONFLICT DO NOTHING;`;

const FIXED = ['assignments', 'audit_entries'].flatMap((table) =>
  ['UPDATE', 'DELETE'].map((event) => ({ table, event, name: `${table}_no_${event.toLowerCase()}` })),
);

function sqliteTriggers(): string[] {
  return [
    `CREATE TRIGGER assignment_logged AFTER INSERT ON reservations BEGIN ${LOG_ASSIGNMENT} END`,
    ...FIXED.map(
      ({ table, event, name }) => `CREATE TRIGGER ${name} BEFORE ${event} ON ${table}
          BEGIN SELECT RAISE(ABORT, '${table} can only be added to'); END`,
    ),
  ];
}

function postgresTriggers(): string[] {
  return [
    `CREATE FUNCTION assignment_logged() RETURNS trigger LANGUAGE plpgsql
      AS $$ BEGIN ${LOG_ASSIGNMENT} RETURN NULL; END $$`,
    `CREATE TRIGGER assignment_logged AFTER INSERT ON reservations
      FOR EACH ROW EXECUTE FUNCTION assignment_logged()`,
    `CREATE FUNCTION only_added_to() RETURNS trigger LANGUAGE plpgsql
      AS $$ BEGIN RAISE EXCEPTION '% can only be added to', TG_TABLE_NAME; END $$`,
    ...FIXED.map(
      ({ table, event, name }) =>
        `CREATE TRIGGER ${name} BEFORE ${event} ON ${table} FOR EACH ROW EXECUTE FUNCTION only_added_to()`,
    ),
  ];
}
