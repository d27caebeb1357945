import { once } from 'node:events';
import { hasRows } from '../../../src/server/db/engine/has-rows';
import { migrate } from '../../../src/server/db/engine/migrate';
import { openDatabase } from '../../../src/server/db/engine/open-database';

/** A server's start: opens the database it was given, and migrates it once its input ends, as that of others does. */
const database = await openDatabase(JSON.parse(process.argv[2] ?? ''));
process.stdout.write('ready\n');
await once(process.stdin.resume(), 'end');
await migrate(database.db, database.engine);
// What it finds is there to be used.
await hasRows(database.db);
await database.close();
