import type { Migration } from './migration';

const EVENT_COLUMNS = [
  'city',
  'change_number',
  'booking_id',
  'at',
  'actor',
  'action',
  'from_state',
  'to_state',
  'staff_id',
];
const IS_CHANGED = EVENT_COLUMNS.map((name) => `NEW.${name} IS DISTINCT FROM OLD.${name}`).join(' OR ');

/**
 * A booking whose personal data were erased keeps what the figures count. These checks make it impossible for
 * an erased booking to hold personal data, whatever the code above does. `follow_up` keeps what the erased
 * identity would have told (follow-up.ts). The note of an event can be removed; the rest of an event stays
 * fixed.
 */
export const erasure: Migration = {
  version: 13,
  statements: (engine) => [
    'ALTER TABLE bookings ADD COLUMN follow_up BIGINT NOT NULL DEFAULT 0 CHECK (follow_up IN (0, 1))',
    `ALTER TABLE bookings ADD COLUMN erased_at BIGINT CHECK (erased_at IS NULL OR (
      state IN ('closed', 'cancelled') AND length(request) = 0 AND nik_index IS NULL AND person_index IS NULL
      AND search_tokens IS NULL AND cancel_reason IS NULL AND question IS NULL))`,
    `CREATE INDEX bookings_to_erase ON bookings (city, submitted_change)
      WHERE erased_at IS NULL AND state IN ('closed', 'cancelled')`,
    'CREATE INDEX bookings_erased ON bookings (city, erased_at) WHERE erased_at IS NOT NULL',
    ...(engine === 'sqlite'
      ? [
          'DROP TRIGGER event_fixed',
          `CREATE TRIGGER event_fixed BEFORE UPDATE ON events WHEN NEW.note IS NOT NULL OR ${IS_CHANGED}
            BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END`,
        ]
      : [
          'DROP TRIGGER event_fixed ON events',
          `CREATE TRIGGER event_fixed BEFORE UPDATE ON events FOR EACH ROW
            WHEN (NEW.note IS NOT NULL OR ${IS_CHANGED}) EXECUTE FUNCTION event_fixed()`,
        ]),
  ],
};
