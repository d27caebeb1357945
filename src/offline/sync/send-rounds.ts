import type { Table } from 'dexie';
import type { ProblemDetails } from '../../contract/problem';
import type { CommandId } from '../../contract/scalars';
import { MAX_COMMANDS_PER_SYNC } from '../../contract/version';
import type { Generation, SyncAnswer } from './post-sync';
import { boundRetryAfterMs } from './retry-delay';
import type { SyncReport } from './sync-state';

/**
 * A server that always says "more" must not occupy the phone forever: 100 rounds are 5,000 commands or 20,000
 * changes.
 */
const MAX_ROUNDS = 100;
const MS_PER_SECOND = 1_000;

type Identified = { readonly id: CommandId };
/** An outbox whose rows can be marked as tried. */
type OutboxTable = Pick<
  Table<Identified & { readonly triedAtMs?: number | undefined }, number>,
  'db' | 'name' | 'where' | 'put'
>;

export type Claim<Command extends Identified> = {
  /** The commands still wanted: one may have been withdrawn since it was read. */
  readonly commands: readonly Command[];
  /** The commands that leave this phone for the first time. */
  readonly first: readonly CommandId[];
};

type Counts = {
  readonly done: number;
  readonly refused: number;
  readonly changes: number;
  /** The server's database has another generation: more is to be read or sent, whatever the answer says. */
  readonly isAgain?: boolean;
};

type Answered = {
  readonly results: readonly (
    | (Identified & { readonly outcome: 'done' | 'refused' })
    | (Identified & { readonly outcome: 'retry'; readonly retryAfterSeconds: number })
  )[];
};

/**
 * The parts of sending, for one database and one address. `Held` has the commands of a round, and the
 * identity they are sent under.
 */
export type RoundParts<Held extends Claim<Identified>, Response extends Answered> = {
  readonly hasNothingToAsk: () => Promise<boolean>;
  /** Reads the next commands, at most `limit`, and marks them as on their way. */
  readonly claim: (limit: number) => Promise<Held>;
  readonly release: (claim: Held) => Promise<void>;
  readonly post: (claim: Held) => Promise<SyncAnswer<Response>>;
  /** Applies a response; `undefined` when this phone was wiped while the response was on its way. */
  readonly apply: (response: Response & Generation, claim: Held) => Promise<Counts | undefined>;
  readonly refuse: (id: CommandId, problem: ProblemDetails, claim: Held) => Promise<unknown>;
  readonly isOver: (response: Response) => Promise<boolean>;
  /** Called before each request, to keep the lease. */
  readonly onRound?: (() => Promise<void>) | undefined;
};

/**
 * Sends what waits and applies what changed, until nothing is left on either side. Only one sender may call
 * this at a time. No transaction is open while a request is on its way.
 */
export async function sendRounds<Held extends Claim<Identified>, Response extends Answered>(
  parts: RoundParts<Held, Response>,
): Promise<SyncReport> {
  const total = { done: 0, refused: 0, changes: 0 };
  let limit = MAX_COMMANDS_PER_SYNC;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    if (await parts.hasNothingToAsk()) return total;
    await parts.onRound?.();
    const wasOffline = isSurelyOffline();
    const claim = await parts.claim(limit);
    const answer = await parts.post(claim);

    if (answer.is === 'failed') {
      if (answer.failure === 'offline' && wasOffline && isSurelyOffline()) await parts.release(claim);
      return { ...total, failure: answer.failure, retryAfterMs: answer.retryAfterMs };
    }
    if (answer.is === 'unacceptable') {
      const [only, ...others] = claim.commands;
      if (only === undefined) return { ...total, failure: 'server' };
      if (others.length > 0) {
        // To find the command that is the cause, each goes alone from here on.
        limit = 1;
        continue;
      }
      if (answer.problem === undefined) return { ...total, failure: 'server' };
      await parts.refuse(only.id, answer.problem, claim);
      total.refused += 1;
      continue;
    }
    const { response } = answer;
    const applied = await parts.apply(response, claim);
    if (applied === undefined) return total;
    total.done += applied.done;
    total.refused += applied.refused;
    total.changes += applied.changes;
    if (applied.isAgain === true) continue;
    const retryAfterMs = waitAskedFor(response, claim.commands);
    if (retryAfterMs !== undefined) return { ...total, failure: 'busy', retryAfterMs };
    if (await parts.isOver(response)) return total;
  }
  return { ...total, failure: 'server' };
}

/**
 * Whether the browser reports being offline. It then has no network at all; a browser that does not report it
 * may have none either.
 */
function isSurelyOffline(): boolean {
  return globalThis.navigator?.onLine === false;
}

/** Returns the milliseconds to wait when a command must be sent again or got no answer. */
function waitAskedFor({ results }: Answered, commands: readonly Identified[]): number | undefined {
  const waits = results.flatMap((result) =>
    result.outcome === 'retry' ? [boundRetryAfterMs(result.retryAfterSeconds * MS_PER_SECOND)] : [],
  );
  const answered = new Set<string>(results.map((result) => result.id));
  if (commands.some((command) => !answered.has(command.id))) waits.push(0);
  return waits.length === 0 ? undefined : Math.max(...waits);
}

/**
 * Marks commands as on their way, before the request: from then on the server may have them, whatever
 * response the phone gets. `nowMs`: Unix milliseconds.
 */
export function claimBatch<Command extends Identified>(
  outbox: OutboxTable,
  commands: readonly Command[],
  nowMs: number,
): Promise<Claim<Command>> {
  return outbox.db.transaction('rw', outbox.name, async () => {
    const kept: Command[] = [];
    const first: CommandId[] = [];
    for (const command of commands) {
      const row = await outbox.where('id').equals(command.id).first();
      if (row === undefined) continue;
      kept.push(command);
      if (row.triedAtMs !== undefined) continue;
      first.push(command.id);
      await outbox.put({ ...row, triedAtMs: nowMs });
    }
    return { commands: kept, first };
  });
}

/** Removes the mark again, where it is certain that nothing left this phone. */
export async function releaseClaim(outbox: OutboxTable, { first }: Claim<Identified>): Promise<void> {
  await outbox
    .where('id')
    .anyOf([...first])
    .modify({ triedAtMs: undefined });
}
