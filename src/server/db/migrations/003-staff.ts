import type { Migration } from './migration';

/** The city's staff and what lets them sign in, all in the database, so that several processes agree. */
export const staff: Migration = {
  version: 3,
  statements: (engine) => {
    const bytes = engine === 'sqlite' ? 'BLOB' : 'BYTEA';
    const ofStaff = 'FOREIGN KEY (city, staff_id) REFERENCES staff (city, id)';
    return [
      `CREATE TABLE staff (
        city TEXT NOT NULL REFERENCES cities (code), id TEXT NOT NULL, sign_in_name TEXT NOT NULL,
        name TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('crew', 'coordinator', 'kelurahan', 'admin')), unit TEXT, areas_json TEXT NOT NULL,
        password_hash TEXT, totp_secret ${bytes}, totp_pending ${bytes}, totp_last_step BIGINT,
        disabled_at BIGINT, created_at BIGINT NOT NULL,
        PRIMARY KEY (city, id), UNIQUE (city, sign_in_name))`,
      `CREATE TABLE staff_sessions (
        city TEXT NOT NULL, id TEXT NOT NULL, token_hash TEXT NOT NULL, staff_id TEXT NOT NULL,
        method TEXT NOT NULL CHECK (method IN ('invite', 'password', 'passkey')), device TEXT NOT NULL,
        started_at BIGINT NOT NULL, last_seen_at BIGINT NOT NULL, ends_at BIGINT NOT NULL, ended_at BIGINT,
        PRIMARY KEY (city, id), UNIQUE (city, token_hash), ${ofStaff})`,
      'CREATE INDEX staff_sessions_of ON staff_sessions (city, staff_id)',
      'CREATE INDEX staff_sessions_end ON staff_sessions (city, ends_at)',
      `CREATE TABLE staff_invites (
        city TEXT NOT NULL REFERENCES cities (code), token_hash TEXT NOT NULL, staff_id TEXT, made_by TEXT,
        made_at BIGINT NOT NULL, ends_at BIGINT NOT NULL, used_at BIGINT,
        PRIMARY KEY (city, token_hash), ${ofStaff})`,
      'CREATE INDEX staff_invites_of ON staff_invites (city, staff_id)',
      `CREATE TABLE staff_passkeys (
        city TEXT NOT NULL, id TEXT NOT NULL, staff_id TEXT NOT NULL, public_key ${bytes} NOT NULL,
        counter BIGINT NOT NULL, transports_json TEXT NOT NULL, device TEXT NOT NULL,
        created_at BIGINT NOT NULL, last_used_at BIGINT,
        PRIMARY KEY (city, id), ${ofStaff})`,
      'CREATE INDEX staff_passkeys_of ON staff_passkeys (city, staff_id)',
      `CREATE TABLE staff_challenges (
        city TEXT NOT NULL REFERENCES cities (code), challenge_hash TEXT NOT NULL,
        purpose TEXT NOT NULL CHECK (purpose IN ('register', 'sign-in')), staff_id TEXT, ends_at BIGINT NOT NULL,
        PRIMARY KEY (city, challenge_hash))`,
      `CREATE TABLE staff_devices (
        city TEXT NOT NULL, token_hash TEXT NOT NULL, staff_id TEXT NOT NULL, seen_at BIGINT NOT NULL,
        PRIMARY KEY (city, token_hash, staff_id), ${ofStaff})`,
      `CREATE TABLE staff_attempts (
        city TEXT NOT NULL REFERENCES cities (code), subject TEXT NOT NULL, failures BIGINT NOT NULL,
        last_at BIGINT NOT NULL, next_at BIGINT NOT NULL, PRIMARY KEY (city, subject))`,
    ];
  },
};
