import type { Migration } from './migration';

/**
 * Photos of documents and of visits. Parts wait until the photo is complete; a complete photo is kept as the
 * server re-encoded it (`photos`), under its sender: a device's hash or `staff:<id>`. One photo may belong to
 * several bookings.
 */
export const photos: Migration = {
  version: 8,
  statements: (engine) => {
    const bytes = engine === 'sqlite' ? 'BLOB' : 'BYTEA';
    return [
      `CREATE TABLE photo_parts (
        city TEXT NOT NULL REFERENCES cities (code), owner TEXT NOT NULL, sha256 TEXT NOT NULL,
        start BIGINT NOT NULL, size BIGINT NOT NULL CHECK (size > 0), total BIGINT NOT NULL,
        at BIGINT NOT NULL, part ${bytes} NOT NULL,
        PRIMARY KEY (city, owner, sha256, start),
        CHECK (start >= 0 AND start + size <= total))`,
      'CREATE INDEX photo_parts_at ON photo_parts (city, at)',
      `CREATE TABLE photos (
        city TEXT NOT NULL REFERENCES cities (code), owner TEXT NOT NULL, sha256 TEXT NOT NULL,
        total BIGINT NOT NULL, unattached_since BIGINT, image ${bytes} NOT NULL,
        PRIMARY KEY (city, owner, sha256))`,
      `CREATE INDEX photos_unattached ON photos (city, unattached_since) WHERE unattached_since IS NOT NULL`,
      `CREATE TABLE booking_photos (
        city TEXT NOT NULL, booking_id TEXT NOT NULL, sha256 TEXT NOT NULL, owner TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('document', 'home', 'papers')),
        requirement_id TEXT CHECK ((kind = 'document') = (requirement_id IS NOT NULL)),
        state TEXT NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'readable', 'unreadable')),
        words ${bytes}, attached_at BIGINT NOT NULL, consented_at BIGINT,
        judged_at BIGINT, judged_by TEXT,
        PRIMARY KEY (city, booking_id, sha256),
        CHECK (kind = 'document' OR consented_at IS NOT NULL),
        FOREIGN KEY (city, booking_id) REFERENCES bookings (city, id),
        FOREIGN KEY (city, owner, sha256) REFERENCES photos (city, owner, sha256),
        FOREIGN KEY (city, judged_by) REFERENCES staff (city, id))`,
      'CREATE INDEX booking_photos_of ON booking_photos (city, owner, sha256)',
    ];
  },
};
