import type { Migration } from './migration';

export const bookings: Migration = {
  version: 1,
  statements: (engine) => [
    `CREATE TABLE cities (
      code TEXT PRIMARY KEY, name TEXT NOT NULL, config_json TEXT NOT NULL, loaded_at BIGINT NOT NULL)`,
    `CREATE TABLE city_counters (
      city TEXT PRIMARY KEY REFERENCES cities (code), last_change BIGINT NOT NULL)`,
    `CREATE TABLE devices (
      city TEXT NOT NULL REFERENCES cities (code), device_hash TEXT NOT NULL,
      first_seen BIGINT NOT NULL, last_seen BIGINT NOT NULL, PRIMARY KEY (city, device_hash))`,
    `CREATE TABLE commands (
      city TEXT NOT NULL REFERENCES cities (code), device_hash TEXT NOT NULL, command_id TEXT NOT NULL,
      content_hash TEXT NOT NULL, result_json TEXT NOT NULL, at BIGINT NOT NULL,
      PRIMARY KEY (city, device_hash, command_id))`,
    'CREATE INDEX commands_at ON commands (city, at)',
    `CREATE TABLE bookings (
      city TEXT NOT NULL REFERENCES cities (code), id TEXT NOT NULL, number TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'scheduled', 'departed', 'arrived', 'closed', 'cancelled')),
      revision BIGINT NOT NULL, change_number BIGINT NOT NULL, submitted_change BIGINT NOT NULL,
      submitted_at BIGINT NOT NULL, changed_at BIGINT NOT NULL,
      minutes BIGINT NOT NULL CHECK (minutes > 0), equipment_json TEXT NOT NULL,
      area TEXT NOT NULL, services_json TEXT NOT NULL, package_id TEXT, preferences_json TEXT NOT NULL,
      alternatives_json TEXT, alternatives_at BIGINT,
      cancelled_by TEXT, cancel_reason ${engine === 'sqlite' ? 'BLOB' : 'BYTEA'},
      request ${engine === 'sqlite' ? 'BLOB' : 'BYTEA'} NOT NULL, nik_index TEXT, follow_hash TEXT NOT NULL,
      PRIMARY KEY (city, id), UNIQUE (city, number), UNIQUE (city, follow_hash), UNIQUE (city, change_number))`,
    "CREATE INDEX bookings_waiting ON bookings (city, submitted_change) WHERE state = 'waiting'",
    'CREATE INDEX bookings_nik ON bookings (city, nik_index) WHERE nik_index IS NOT NULL',
    `CREATE TABLE booking_devices (
      city TEXT NOT NULL, device_hash TEXT NOT NULL, booking_id TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('requester', 'follower')), change_number BIGINT NOT NULL,
      PRIMARY KEY (city, device_hash, booking_id),
      FOREIGN KEY (city, booking_id) REFERENCES bookings (city, id))`,
    `CREATE UNIQUE INDEX booking_requester ON booking_devices (city, booking_id) WHERE role = 'requester'`,
    `CREATE TABLE events (
      city TEXT NOT NULL, change_number BIGINT NOT NULL, booking_id TEXT NOT NULL, at BIGINT NOT NULL,
      actor TEXT NOT NULL, action TEXT NOT NULL, from_state TEXT, to_state TEXT NOT NULL,
      PRIMARY KEY (city, change_number),
      FOREIGN KEY (city, booking_id) REFERENCES bookings (city, id))`,
    'CREATE INDEX events_of_booking ON events (city, booking_id)',
  ],
};
