import * as v from 'valibot';
import { commandId } from './scalars';
import { readItems } from './set-aside';

/** An app that does not know the outcome asks again this much later: after an update it may. */
const UNKNOWN_RETRY_S = 3_600;

const identified = v.object({ id: commandId });

/**
 * Reads the results of commands, one by one. An outcome that this app does not know leaves the command in the
 * outbox; what was done is done once, whoever asks again.
 */
export function readResults<Schema extends v.GenericSchema>(schema: Schema, results: readonly unknown[]) {
  const { known, aside } = readItems(schema, results);
  const again = readItems(identified, aside).known.map(({ id }) => ({
    id,
    outcome: 'retry' as const,
    retryAfterSeconds: UNKNOWN_RETRY_S,
  }));
  return [...known, ...again];
}
