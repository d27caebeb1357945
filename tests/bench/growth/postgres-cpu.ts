import { existsSync, readFileSync } from 'node:fs';
import pg from 'pg';

const NANOSECONDS_OF_MS = 1_000_000;

/**
 * Returns how to read the CPU time that all processes of a PostgreSQL on this machine have used so far, in milliseconds;
 * always 0 where the system does not tell (only Linux does).
 */
export async function postgresCpu(url: string): Promise<() => number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const own = `/proc/${rows[0]?.pid}/status`;
  const parent = existsSync(own) ? /^PPid:\s+(\d+)/m.exec(readFileSync(own, 'utf8'))?.[1] : undefined;
  await client.end();
  if (parent === undefined) return () => 0;
  return () => {
    const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ');
    return children.reduce((sum, pid) => sum + ranMs(pid), 0);
  };
}

function ranMs(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / NANOSECONDS_OF_MS;
  } catch {
    // It ended meanwhile.
    return 0;
  }
}
