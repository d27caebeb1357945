import type { Migration } from '../store/engine/migrations';

/** Every version there ever was, in order. A released one is never edited: add the next. */
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
  // Photos of the sheet, and the crew's own.
  { version: 2, stores: { photos: '[bookingId+photo]', ownPhotos: 'id, bookingId' } },
];
