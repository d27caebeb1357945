import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerContext } from '../../db/engine/context';
import { isWritingStuck } from '../../db/engine/write-watch';

/** A balancer asks often and gives up early: a database that takes longer is no use to a resident either. */
const ANSWER_MS = 3_000;

/** Fails where the database does not answer in time, lacks its tables, or cannot be written. Writes nothing itself. */
export async function checkHealth({ db }: ServerContext): Promise<void> {
  if (isWritingStuck(db)) throw new Error('no write gets done');
  const ended = new AbortController();
  const late = sleep(ANSWER_MS, undefined, { signal: ended.signal }).then(() => {
    throw new Error('no answer in time');
  });
  try {
    await Promise.race([db.selectFrom('city_counters').select('city').limit(1).execute(), late]);
  } finally {
    late.catch(() => undefined);
    ended.abort();
  }
}
