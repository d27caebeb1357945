import { type Kysely, sql } from 'kysely';
import { MIGRATIONS, VERSIONS } from '../migrations/migrations';
import type { Tables } from '../schema/tables';
import type { Engine } from './context';

const LATEST_VERSION = Math.max(...VERSIONS);
/** Any number, the same in every process: the name of the lock that lets one migrate while the others wait. */
const LOCK = 18_720_001;

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
    const run = (statement: string) => sql.raw(statement).execute(connection);
    await run(engine === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN');
    try {
      if (engine === 'postgres') await run(`SELECT pg_advisory_xact_lock(${LOCK})`);
      await run('CREATE TABLE IF NOT EXISTS schema_versions (version BIGINT PRIMARY KEY)');
      const { rows } = await sql<{ version: number }>`SELECT version FROM schema_versions`.execute(
        connection,
      );
      const done = new Set(rows.map((row) => Number(row.version)));
      const current = Math.max(0, ...done);
      if (current > LATEST_VERSION) {
        throw new Error(
          `The database is of a newer version (${current}) than this program (${LATEST_VERSION})`,
        );
      }
      for (const migration of MIGRATIONS) {
        // By each and not by the highest: numbers are given before their migrations are made, and may come out of order.
        if (done.has(migration.version) || migration.version > version) continue;
        for (const statement of migration.statements(engine)) await run(statement);
        await run(`INSERT INTO schema_versions (version) VALUES (${migration.version})`);
      }
      await run('COMMIT');
    } catch (error) {
      await run('ROLLBACK');
      throw error;
    }
  });
}
