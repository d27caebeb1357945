import { type Kysely, type MigrationProvider, Migrator, sql } from 'kysely';
import { MIGRATIONS, VERSIONS } from '../migrations/migrations';
import type { Tables } from '../schema/tables';
import { poolOf } from './bound-pool';
import type { Engine } from './context';
import { waitForLock } from './wait-for-lock';

const LATEST_VERSION = Math.max(...VERSIONS);
/** Any number will do, as long as every process and every program of ours uses the same. */
const LOCK = 18_720_001;
/** Many rows take a migration longer than any request may take. */
const TAKE = `SET statement_timeout = 0; SELECT pg_advisory_lock(${LOCK})`;
const UNLOCK = `SELECT pg_advisory_unlock(${LOCK}); RESET statement_timeout`;
/** Another process may have many rows to migrate. */
const TURN_WAIT_MS = 20_000;
/**
 * Lets one process migrate while the others wait. On SQLite this is also the transaction, since Kysely's
 * Migrator neither locks nor opens one there. On PostgreSQL it surrounds the Migrator's transaction, since
 * older programs do not know the Migrator's lock.
 */
const TURN: Readonly<Record<Engine, { readonly [step in 'take' | 'end' | 'giveUp']: string }>> = {
  sqlite: { take: 'BEGIN IMMEDIATE', end: 'COMMIT', giveUp: 'ROLLBACK' },
  postgres: { take: TAKE, end: UNLOCK, giveUp: UNLOCK },
};

/**
 * Brings the database to `version` in one transaction; several processes may start at once. Refuses a
 * database of a newer program, which this program would misread. `report` hears, in words for the operator, of each step
 * of a database with data: with many bookings one may take minutes.
 */
export async function migrate(
  db: Kysely<Tables>,
  engine: Engine,
  version: number = LATEST_VERSION,
  report: (words: string) => void = () => undefined,
): Promise<void> {
  const work = () => inTurn(db, engine, version, report);
  await (poolOf(db)?.unbound(work) ?? work());
}

async function inTurn(
  db: Kysely<Tables>,
  engine: Engine,
  version: number,
  report: (words: string) => void,
): Promise<void> {
  await db.connection().execute(async (connection) => {
    const turn = TURN[engine];
    await waitForLock(() => sql.raw(turn.take).execute(connection), { limitMs: TURN_WAIT_MS });
    try {
      const done = await readVersions(connection);
      const current = Math.max(0, ...done);
      if (current > LATEST_VERSION) {
        throw new Error(
          `The database is of a newer version (${current}) than this program (${LATEST_VERSION}). ` +
            'Use the newer program, or restore the backup from before the update: npm run restore -- FILE',
        );
      }
      const { error } = await new Migrator({
        db: connection,
        provider: stepsTo(version, done, engine, report),
        // Migrations get their numbers before they are written, and may land out of order.
        allowUnorderedMigrations: true,
      }).migrateToLatest();
      if (error !== undefined) throw error;
      await sql.raw(turn.end).execute(connection);
    } catch (error) {
      await sql.raw(turn.giveUp).execute(connection);
      throw error;
    }
  });
}

/**
 * Reads the list that programs older than the Migrator keep. They continue or refuse by it, so every step is
 * still added to it.
 */
async function readVersions(db: Kysely<Tables>): Promise<ReadonlySet<number>> {
  await sql`CREATE TABLE IF NOT EXISTS schema_versions (version BIGINT PRIMARY KEY)`.execute(db);
  const { rows } = await sql<{ version: number }>`SELECT version FROM schema_versions`.execute(db);
  return new Set(rows.map((row) => Number(row.version)));
}

/**
 * A step that is `done` but not in the Migrator's list is older than the Migrator: it is added to the list
 * and runs nothing.
 */
function stepsTo(
  version: number,
  done: ReadonlySet<number>,
  engine: Engine,
  report: (words: string) => void,
): MigrationProvider {
  const steps = MIGRATIONS.filter((step) => step.version <= version || done.has(step.version));
  return {
    getMigrations: async () =>
      Object.fromEntries(
        steps.map((step) => [
          String(step.version).padStart(3, '0'),
          {
            up: async (tx) => {
              if (done.has(step.version)) return;
              if (done.size > 0) report(updateWords(step.version));
              for (const statement of step.statements(engine)) await sql.raw(statement).execute(tx);
              await sql`INSERT INTO schema_versions (version) VALUES (${step.version})`.execute(tx);
            },
          },
        ]),
      ),
  };
}

function updateWords(version: number): string {
  return `The database is brought to version ${version}. With many bookings this takes minutes; a stop undoes the update and loses nothing.`;
}
