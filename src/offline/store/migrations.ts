import type { Dexie } from 'dexie';

/** Every version of the phone's database, oldest first. Never edited once landed: only added to. */
export const VERSIONS: readonly Readonly<Record<string, string>>[] = [
  { meta: 'key', drafts: 'id, savedAtMs', bookings: 'id, queuedAtMs', outbox: '++seq, &id, bookingId' },
  { availability: 'key' },
];

/** Declares versions 1 to `upTo` on a Dexie database, so that it upgrades from any of them. */
export function declareVersions(database: Dexie, upTo: number = VERSIONS.length): void {
  for (const [index, tables] of VERSIONS.slice(0, upTo).entries()) {
    database.version(index + 1).stores({ ...tables });
  }
}
