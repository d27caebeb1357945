import type { ServerContext } from '../../db/engine/context';

/** Throws where the database does not answer or lacks its tables. */
export async function checkHealth({ db }: ServerContext): Promise<void> {
  await db.selectFrom('city_counters').select('city').limit(1).execute();
}
