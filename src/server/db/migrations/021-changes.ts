import type { Migration } from './migration';

/**
 * A sent request can be changed. `request_changed_at` tells crews that it was; the desk's own changes have an
 * instant and a revision of their own, by which the requester's phone learns of them and by which a change that
 * the requester made without knowing them is refused.
 */
export const changes: Migration = {
  version: 21,
  statements: () => [
    'ALTER TABLE bookings ADD COLUMN request_changed_at BIGINT',
    'ALTER TABLE bookings ADD COLUMN desk_changed_at BIGINT',
    'ALTER TABLE bookings ADD COLUMN desk_changed_revision BIGINT',
  ],
};
