import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables';

/** A stranger can name a cursor beyond the counter: it makes every phone read again at most once in this time. */
const SHORTEST_LIFE_MS = 24 * 60 * 60_000;
const BYTES = 16;

/** 128 random bits in base64url. */
export function makeGeneration(): string {
  return randomBytes(BYTES).toString('base64url');
}

/**
 * Gives every city of a database that was put back to a backup another generation. `nowMs`: Unix
 * milliseconds.
 */
export async function renewGenerations(db: Kysely<Tables>, nowMs: number): Promise<void> {
  const cities = await db.selectFrom('cities').select('code').execute();
  for (const { code } of cities) {
    const values = { generation: makeGeneration(), changed_at: nowMs };
    await db
      .insertInto('city_generations')
      .values({ city: code, ...values })
      .onConflict((conflict) => conflict.column('city').doUpdateSet(values))
      .execute();
  }
}

/**
 * Whether a city may get another generation where a phone shows that the database was put back. A time of
 * change that lies ahead was written by a wrong clock and forbids nothing.
 */
export async function mayRenew(db: Kysely<Tables>, city: string, nowMs: number): Promise<boolean> {
  const row = await db
    .selectFrom('city_generations')
    .select('changed_at')
    .where('city', '=', city)
    .executeTakeFirst();
  return row !== undefined && (row.changed_at <= nowMs - SHORTEST_LIFE_MS || row.changed_at > nowMs);
}

/** Gives one city another generation. `nowMs`: Unix milliseconds. */
export async function renewGeneration(db: Kysely<Tables>, city: string, nowMs: number): Promise<void> {
  await db
    .updateTable('city_generations')
    .set({ generation: makeGeneration(), changed_at: nowMs })
    .where('city', '=', city)
    .execute();
}
