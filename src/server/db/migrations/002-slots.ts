import type { Migration } from './migration';

/**
 * Only triggers keep the used minutes of a window, in step with its reservations; the checks of `slots` then
 * make over-capacity impossible, whichever code writes.
 */
export const slots: Migration = {
  version: 2,
  statements: (engine) => [
    `CREATE TABLE slots (
      city TEXT NOT NULL REFERENCES cities (code), unit TEXT NOT NULL, day TEXT NOT NULL, window_id TEXT NOT NULL,
      start_time TEXT NOT NULL, end_time TEXT NOT NULL,
      capacity_minutes BIGINT NOT NULL, online_capacity_minutes BIGINT NOT NULL,
      used_minutes BIGINT NOT NULL, online_used_minutes BIGINT NOT NULL,
      PRIMARY KEY (city, unit, day, window_id),
      CHECK (used_minutes BETWEEN 0 AND capacity_minutes),
      CHECK (online_used_minutes BETWEEN 0 AND online_capacity_minutes),
      CHECK (online_used_minutes <= used_minutes))`,
    `CREATE TABLE reservations (
      city TEXT NOT NULL, booking_id TEXT NOT NULL, unit TEXT NOT NULL, day TEXT NOT NULL, window_id TEXT NOT NULL,
      minutes BIGINT NOT NULL CHECK (minutes > 0), channel TEXT NOT NULL CHECK (channel IN ('online', 'desk')),
      PRIMARY KEY (city, booking_id),
      FOREIGN KEY (city, booking_id) REFERENCES bookings (city, id),
      FOREIGN KEY (city, unit, day, window_id) REFERENCES slots (city, unit, day, window_id))`,
    ...(engine === 'sqlite' ? sqliteTriggers() : postgresTriggers()),
  ],
};

function count(row: 'NEW' | 'OLD'): string {
  const sign = row === 'NEW' ? '+' : '-';
  return `UPDATE slots SET used_minutes = used_minutes ${sign} ${row}.minutes,
    online_used_minutes = online_used_minutes ${sign} CASE ${row}.channel WHEN 'online' THEN ${row}.minutes ELSE 0 END
    WHERE city = ${row}.city AND unit = ${row}.unit AND day = ${row}.day AND window_id = ${row}.window_id;`;
}

function sqliteTriggers(): string[] {
  return [
    `CREATE TRIGGER reservation_made AFTER INSERT ON reservations BEGIN ${count('NEW')} END`,
    `CREATE TRIGGER reservation_freed AFTER DELETE ON reservations BEGIN ${count('OLD')} END`,
    `CREATE TRIGGER reservation_fixed BEFORE UPDATE ON reservations
      BEGIN SELECT RAISE(ABORT, 'a reservation is freed and made anew, never changed'); END`,
    `CREATE TRIGGER event_fixed BEFORE UPDATE ON events
      BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END`,
  ];
}

function postgresTriggers(): string[] {
  const body = (name: string, statements: string) =>
    `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${statements} RETURN NULL; END $$`;
  const on = (name: string, event: string) =>
    `CREATE TRIGGER ${name} ${event} FOR EACH ROW EXECUTE FUNCTION ${name}()`;
  return [
    body('reservation_made', count('NEW')),
    on('reservation_made', 'AFTER INSERT ON reservations'),
    body('reservation_freed', count('OLD')),
    on('reservation_freed', 'AFTER DELETE ON reservations'),
    body('reservation_fixed', "RAISE EXCEPTION 'a reservation is freed and made anew, never changed';"),
    on('reservation_fixed', 'BEFORE UPDATE ON reservations'),
    body('event_fixed', "RAISE EXCEPTION 'an event is never changed';"),
    on('event_fixed', 'BEFORE UPDATE ON events'),
  ];
}
