import { randomBytes } from 'node:crypto';
import { metro } from '../../../src/city/metro/metro';
import type { ServerContext } from '../../../src/server/db/engine/context';
import { migrate } from '../../../src/server/db/engine/migrate';
import type { TestDatabase } from '../databases';
import { writePostgres } from './copy-rows';
import { type Filled, fillGrowth } from './fill-growth';
import { type RowWriter, writeSqlite } from './insert-rows';

/** The schema that the fill knows; what came later reaches the database as an update does. */
export const FILLED_VERSION = 17;

export type GrownCity = Filled & {
  readonly context: ServerContext;
  /** What the update said to the operator. */
  readonly words: readonly string[];
};

/** Makes a city of `bookings` as an older program left it, at a clock that stands still, and updates it. */
export async function growCity(place: TestDatabase, bookings: number, nowMs: number): Promise<GrownCity> {
  const database = await place.open();
  const { db, engine } = database;
  await migrate(db, engine, FILLED_VERSION);
  const context: ServerContext = {
    ...database,
    city: metro,
    clock: () => nowMs,
    randomBytes,
    keys: { encryption: { current: 'k1', byId: { k1: randomBytes(32) } }, nikIndex: randomBytes(32) },
  };
  const filled = await fillGrowth(context, bookings, () => writerOf(place.where));
  const words: string[] = [];
  await migrate(db, engine, undefined, (said) => words.push(said));
  return { ...filled, context, words };
}

/** Writes into an empty database of version {@link FILLED_VERSION}. */
export async function writerOf(where: TestDatabase['where']): Promise<RowWriter> {
  return 'sqliteFile' in where ? writeSqlite(where.sqliteFile) : writePostgres(where.postgresUrl);
}
