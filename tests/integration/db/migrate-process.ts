import { once } from 'node:events';
import { hasRows } from '../../../src/server/db/engine/has-rows';
import { migrate } from '../../../src/server/db/engine/migrate';
import { openDatabase } from '../../../src/server/db/engine/open-database';

/**
 * Does what a starting server does: it opens the given database, and migrates it once its input ends, at the
 * same moment as other processes.
 */
const database = await openDatabase(JSON.parse(process.argv[2] ?? ''));
process.stdout.write('ready\n');
await once(process.stdin.resume(), 'end');
await migrate(database.db, database.engine);
// What the migration leaves can be used.
await hasRows(database.db);
await database.close();
