import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import type { Tables } from '../schema/tables';
import { type Ask, poolOf, WHO_ASKS } from './bound-pool';

/**
 * A transaction on PostgreSQL whose statements are sent as they come, not each after the answer to the one before: the
 * database runs them in this order, and a round trip is saved for each.
 */
type Pipeline = {
  readonly ask: Ask;
  /** Writes whose answers nobody has looked at yet. */
  readonly sent: Promise<unknown>[];
};

const pipelines = new WeakMap<Kysely<Tables>, Pipeline>();

/** Lets the prepared statements of this transaction be sent at once. SQLite answers at once by itself. */
export async function openPipeline(db: Kysely<Tables>, tx: Transaction<Tables>): Promise<void> {
  if (poolOf(db) === undefined) return;
  // Kysely waits for each answer, and does not tell which connection it uses.
  const { rows } = await tx.executeQuery<{ ask: Ask }>(CompiledQuery.raw(WHO_ASKS));
  const [row] = rows;
  if (row !== undefined) pipelines.set(tx, { ask: row.ask, sent: [] });
}

/** The pipeline of this transaction; none where each statement waits for its answer. */
export function pipelineOf(db: Kysely<Tables>): Pipeline | undefined {
  return pipelines.get(db);
}

/** Notes a write without a wait. Its error is thrown by {@link drain}. */
export function sendAhead({ sent }: Pipeline, write: Promise<unknown>): void {
  // Who looks too late must not end the process.
  write.catch(() => undefined);
  sent.push(write);
}

/** Waits for all writes that were sent ahead, and throws the first error of them: what came after it failed because of it. */
export async function drain(tx: Kysely<Tables>): Promise<void> {
  const sent = pipelines.get(tx)?.sent.splice(0) ?? [];
  const ends = await Promise.allSettled(sent);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
