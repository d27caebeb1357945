import type { Migration } from './migration';

/**
 * The desk's filters go through the open bookings: their index holds what the filters ask for, so that no booking itself
 * is read, and the bookings of a unit, which have a date, have a shorter one. That of a kelurahan tells the state as well.
 * The index of all bookings by state goes: it led a planner that knows only a sample to sort all open bookings for each
 * page.
 */
export const openLists: Migration = {
  version: 23,
  statements: () => [
    'DROP INDEX bookings_of_state',
    'DROP INDEX bookings_of_area',
    'CREATE INDEX bookings_of_area ON bookings (city, area, submitted_change, state, id)',
    'DROP INDEX bookings_open',
    `CREATE INDEX bookings_open ON bookings
      (city, submitted_change, area, state, accepted_at, services_json, id)
      WHERE state IN ('waiting', 'scheduled', 'departed', 'arrived')`,
    `CREATE INDEX bookings_dated ON bookings (city, submitted_change, area, services_json, id)
      WHERE state IN ('scheduled', 'departed', 'arrived')`,
  ],
};
