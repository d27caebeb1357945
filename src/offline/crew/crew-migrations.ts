import type { Migration } from '../store/engine/migrations';

/** Every version of the database, in order. A released version is never edited: add the next one. */
export const CREW_MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    stores: {
      meta: 'key',
      outbox: '++seq, &id, bookingId',
      refused: 'id, bookingId',
      drafts: 'bookingId',
    },
  },
  // Photos of the sheet, and the photos that the crew takes.
  { version: 2, stores: { photos: '[bookingId+photo]', ownPhotos: 'id, bookingId' } },
  // What the server has, in case its database is put back to a backup.
  { version: 3, stores: { sent: 'id, seq, atMs' } },
];
