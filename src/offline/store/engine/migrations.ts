/** One version of the phone's database: tables and their indexes in Dexie's syntax. */
export type Migration = { readonly version: number; readonly stores: Readonly<Record<string, string>> };

/** Every version of the database, in order. A released version is never edited: add the next one. */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    stores: {
      meta: 'key',
      drafts: 'id, savedAtMs',
      bookings: 'id',
      outbox: '++seq, &id, bookingId, status',
    },
  },
  { version: 2, stores: { availability: 'key' } },
  { version: 3, stores: { callbacks: 'id' } },
  { version: 4, stores: { family: 'id' } },
  { version: 5, stores: { photos: 'id, bookingId', photoBytes: 'id' } },
];
