import type { Migration } from './migration';

/**
 * A follower of a visit has a name (encrypted) and an id by which the requester names them; followers from
 * before this migration have neither name nor time. The row of a removed follower stays, so that their phone
 * is told. Moves: what an old phone encrypted for a new one. Moved devices, kept forever: which devices were
 * replaced.
 */
export const followers: Migration = {
  version: 7,
  statements: (engine) => {
    const bytes = engine === 'sqlite' ? 'BLOB' : 'BYTEA';
    const randomId =
      engine === 'sqlite' ? 'lower(hex(randomblob(16)))' : "replace(gen_random_uuid()::text, '-', '')";
    return [
      'ALTER TABLE booking_devices ADD COLUMN follower_id TEXT',
      `ALTER TABLE booking_devices ADD COLUMN follower_name ${bytes}`,
      'ALTER TABLE booking_devices ADD COLUMN followed_at BIGINT',
      'ALTER TABLE booking_devices ADD COLUMN withdrawn_at BIGINT',
      `UPDATE booking_devices SET follower_id = ${randomId} WHERE role = 'follower'`,
      `CREATE UNIQUE INDEX booking_followers ON booking_devices (city, booking_id, follower_id) WHERE role = 'follower'`,
      `CREATE TABLE moves (
        city TEXT NOT NULL REFERENCES cities (code), id_hash TEXT NOT NULL, device_hash TEXT NOT NULL,
        sealed ${bytes} NOT NULL, ends_at BIGINT NOT NULL,
        PRIMARY KEY (city, id_hash), UNIQUE (city, device_hash))`,
      'CREATE INDEX moves_end ON moves (city, ends_at)',
      `CREATE TABLE moved_devices (
        city TEXT NOT NULL REFERENCES cities (code), device_hash TEXT NOT NULL, moved_to TEXT NOT NULL,
        id_hash TEXT NOT NULL, moved_at BIGINT NOT NULL,
        PRIMARY KEY (city, device_hash), UNIQUE (city, id_hash), CHECK (device_hash <> moved_to))`,
    ];
  },
};
