import { type Kysely, type MigrationProvider, Migrator, sql } from 'kysely';
import { MIGRATIONS, VERSIONS } from '../migrations/migrations';
import type { Tables } from '../schema/tables';
import type { Engine } from './context';

const LATEST_VERSION = Math.max(...VERSIONS);
/** Any number, the same in every process and every program of ours. */
const LOCK = 18_720_001;
const UNLOCK = `SELECT pg_advisory_unlock(${LOCK})`;
/**
 * Lets one process migrate while the others wait. On SQLite it is the transaction as well: there Kysely's Migrator neither
 * locks nor opens one. On PostgreSQL it stands around the Migrator's transaction: older programs do not know its lock.
 */
const TURN: Readonly<Record<Engine, { readonly [step in 'take' | 'end' | 'giveUp']: string }>> = {
  sqlite: { take: 'BEGIN IMMEDIATE', end: 'COMMIT', giveUp: 'ROLLBACK' },
  postgres: { take: `SELECT pg_advisory_lock(${LOCK})`, end: UNLOCK, giveUp: UNLOCK },
};

/**
 * Brings the database to `version` in one transaction; several processes may start at once. A database of a newer
 * program is refused: this one would misread it.
 */
export async function migrate(
  db: Kysely<Tables>,
  engine: Engine,
  version: number = LATEST_VERSION,
): Promise<void> {
  await db.connection().execute(async (connection) => {
    const turn = TURN[engine];
    await sql.raw(turn.take).execute(connection);
    try {
      const done = await readVersions(connection);
      const current = Math.max(0, ...done);
      if (current > LATEST_VERSION) {
        throw new Error(
          `The database is of a newer version (${current}) than this program (${LATEST_VERSION})`,
        );
      }
      const { error } = await new Migrator({
        db: connection,
        provider: stepsTo(version, done, engine),
        // Numbers are given before their migrations are made, and may come out of order.
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

/** The list of programs from before the Migrator. By it they go on or refuse, so every step is still added to it. */
async function readVersions(db: Kysely<Tables>): Promise<ReadonlySet<number>> {
  await sql`CREATE TABLE IF NOT EXISTS schema_versions (version BIGINT PRIMARY KEY)`.execute(db);
  const { rows } = await sql<{ version: number }>`SELECT version FROM schema_versions`.execute(db);
  return new Set(rows.map((row) => Number(row.version)));
}

/** A step that is `done` and not in the Migrator's list was made before there was one: it is added, and runs nothing. */
function stepsTo(version: number, done: ReadonlySet<number>, engine: Engine): MigrationProvider {
  const steps = MIGRATIONS.filter((step) => step.version <= version || done.has(step.version));
  return {
    getMigrations: async () =>
      Object.fromEntries(
        steps.map((step) => [
          String(step.version).padStart(3, '0'),
          {
            up: async (tx) => {
              if (done.has(step.version)) return;
              for (const statement of step.statements(engine)) await sql.raw(statement).execute(tx);
              await sql`INSERT INTO schema_versions (version) VALUES (${step.version})`.execute(tx);
            },
          },
        ]),
      ),
  };
}
