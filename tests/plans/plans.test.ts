import { afterAll, describe, expect, test } from 'vitest';
import { keepStatistics } from '../../src/server/db/engine/keep-statistics';
import { MIGRATIONS } from '../../src/server/db/migrations/migrations';
import { engines, startDatabases, type TestDatabases } from '../support/databases';
import { growCity } from '../support/growth/grow-city';
import { readStatements } from '../support/statements';
import { SCANS_ALLOWED } from './allowed-scans';
import { postgresScans } from './postgres-scans';
import { sqliteScans } from './sqlite-scans';

const NOW = Date.parse('2026-11-23T02:00:00Z');
/** Enough that no planner takes a whole table for few rows. */
const BOOKINGS = 6_000;
/** Fewer means that the integration tests did not run, or only some of them. */
const LEAST_STATEMENTS = 250;

/** Fills a database as a city of some years has it, with statistics as the server keeps them. */
async function fill(databases: TestDatabases) {
  const place = await databases.createEmpty();
  const { context } = await growCity(place, BOOKINGS, NOW);
  await keepStatistics(context);
  return place;
}

describe.each(engines)('the statements of the server on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);
  let filled: ReturnType<typeof fill> | undefined;
  const largeCity = () => {
    filled ??= fill(databases);
    return filled;
  };

  test('search what has piled up by an index, but for those on the list', async () => {
    const ofUpdates = new Set(MIGRATIONS.flatMap((migration) => migration.statements(engine)));
    const statements = readStatements(engine).filter(({ sql }) => !ofUpdates.has(sql));
    expect(
      statements.length,
      'run the integration tests first: npx vitest run --project integration --project plans',
    ).toBeGreaterThan(LEAST_STATEMENTS);
    const { where } = await largeCity();
    const scans =
      'sqliteFile' in where
        ? sqliteScans(where.sqliteFile, statements)
        : await postgresScans(where.postgresUrl, statements);
    const isAllowed = ({ sql, table }: (typeof scans)[number]) =>
      SCANS_ALLOWED.some(({ tables, statement }) => statement.test(sql) && (tables?.includes(table) ?? true));
    expect(scans.filter((scan) => !isAllowed(scan))).toEqual([]);
  });

  test.each([
    'SELECT id FROM bookings WHERE minutes = 31',
    "SELECT id FROM bookings WHERE city = '18.72' AND minutes = 31",
    "SELECT e.at FROM events e WHERE e.city = '18.72' AND e.at > 5",
  ])('would show that %s goes through all', async (sql) => {
    const { where } = await largeCity();
    const statements = [{ engine, sql, parameters: [] }];
    const scans =
      'sqliteFile' in where
        ? sqliteScans(where.sqliteFile, statements)
        : await postgresScans(where.postgresUrl, statements);
    expect(scans.map((scan) => scan.sql)).toEqual([sql]);
  });
});
