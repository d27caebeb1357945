import { setImmediate as letOthersCome } from 'node:timers/promises';
import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import { loadCity } from '../city/load-city';
import type { Tables } from '../schema/tables';
import { poolOf } from './bound-pool';
import type { ServerContext } from './context';
import { isDatabaseAway } from './database-away';
import { drain, openPipeline } from './pipeline';
import { prepareQuery } from './prepare-query';
import { waitForLock } from './wait-for-lock';
import { writeEnds, writeStarts } from './write-watch';

/**
 * One transaction that may write. `nextChange` numbers each changed row, in the order in which phones will
 * read them.
 */
export type CityWrite = {
  readonly tx: Transaction<Tables>;
  readonly context: ServerContext;
  readonly nowMs: number;
  readonly nextChange: () => number;
  /** Names what is undone together: what is remembered of this write's own rows is remembered by it. */
  readonly savepoint: object;
};

type Work<T> = (write: CityWrite) => Promise<T>;

/** Work that waits for its turn. Its caller learns the result only once the commit is on disk. */
type Waiting = {
  readonly context: ServerContext;
  /** Returns the function that reports success to the caller. */
  readonly run: Work<() => void>;
  readonly reject: (error: unknown) => void;
  readonly changesCity: boolean;
};

/** Limits how long the first of a group waits for the last. */
const MAX_GROUP = 64;
/**
 * Node accepts one connection in each turn of the event loop, and reads from it in the next one. If each turn were as long
 * as a group, the last of many new connections would wait for as many groups.
 */
const QUIET_TURNS = 2;
/** On PostgreSQL, from the first statement to the commit: then it is cut off, while its phones still wait (10 s). */
const GROUP_LIMIT_MS = 8_000;

const SAVEPOINT = CompiledQuery.raw('SAVEPOINT work');
const ROLLBACK_TO = CompiledQuery.raw('ROLLBACK TO SAVEPOINT work');
const RELEASE = CompiledQuery.raw('RELEASE SAVEPOINT work');

type Count = { readonly city: string; readonly last: number };

const lockCounter = prepareQuery((db, { city }: Pick<Count, 'city'>) =>
  db
    .updateTable('city_counters')
    .set((eb) => ({ last_change: eb.ref('last_change') }))
    .where('city', '=', city)
    .returning('last_change'),
);

const setCounter = prepareQuery((db, { city, last }: Count) =>
  db.updateTable('city_counters').set({ last_change: last }).where('city', '=', city),
);

/** Keyed by database, so that contexts which share one also share its queue. */
const queues = new WeakMap<Kysely<Tables>, Waiting[]>();

/**
 * Runs `work` as its own transaction, one at a time in each city. Work that arrives meanwhile is committed as
 * a group, with one synced commit for all before any caller gets an answer; only a failing one is undone. `work` may run
 * twice, so it must change nothing but the database. With `changesCity` the next work reads the city's configuration and
 * generation again.
 */
export function writeCity<T>(
  context: ServerContext,
  work: Work<T>,
  { changesCity = false } = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const run = async (write: CityWrite) => {
      const result = await work(write);
      return () => resolve(result);
    };
    const waiting = { context, run, reject, changesCity };
    const queue = queues.get(context.db);
    if (queue !== undefined) {
      queue.push(waiting);
      return;
    }
    const started = [waiting];
    queues.set(context.db, started);
    void empty(context.db, started);
  });
}

async function empty(db: Kysely<Tables>, queue: Waiting[]): Promise<void> {
  while (queue.length > 0) {
    await letAllCome(queue);
    const group = takeGroup(queue);
    const [first] = group;
    if (first === undefined) continue;
    const away = await writeGroup(first.context, group);
    // Whoever waits behind would wait as long for the same answer.
    if (away !== undefined) for (const { reject } of queue.splice(0)) reject(away);
  }
  queues.delete(db);
}

/** Requests that have arrived join the group, and connections that were made are accepted. */
async function letAllCome(queue: readonly Waiting[]): Promise<void> {
  let quiet = 0;
  do {
    const before = queue.length;
    await letOthersCome();
    quiet = queue.length > before ? 0 : quiet + 1;
  } while (quiet < QUIET_TURNS && queue.length < MAX_GROUP);
}

/** The first that wait, up to one that changes the city: the context is read once for a group. */
function takeGroup(queue: Waiting[]): Waiting[] {
  const [first] = queue;
  const other = queue.findIndex(({ context }) => context !== first?.context);
  const change = queue.findIndex(({ changesCity }) => changesCity);
  const ends = [MAX_GROUP, ...(other === -1 ? [] : [other]), ...(change === -1 ? [] : [change + 1])];
  return queue.splice(0, Math.min(...ends));
}

/**
 * Never rejects: it reports to each caller of the group instead. Returns why the database cannot write, if it
 * cannot.
 */
async function writeGroup(context: ServerContext, group: readonly Waiting[]): Promise<unknown> {
  const { db } = context;
  let cause: unknown;
  let hasLocked = false;
  const onGivenUp = (error: unknown) => {
    cause = error;
  };
  const onLocked = () => {
    hasLocked = true;
  };
  const write = () => db.transaction().execute((tx) => writeAll({ context, tx, group, onGivenUp, onLocked }));
  const limit = setTimeout(() => poolOf(db)?.endTransactions(), GROUP_LIMIT_MS);
  writeStarts(db);
  try {
    const ends = await waitForLock(write, { mayRepeat: () => !hasLocked });
    writeEnds(db, false);
    for (const end of ends) end();
    return undefined;
  } catch (error) {
    // Nothing was committed. If the database itself aborted the transaction, the rollback fails too and would
    // hide the cause.
    const reason = cause ?? error;
    const isAway = isDatabaseAway(reason);
    writeEnds(db, isAway);
    for (const { reject } of group) reject(reason);
    return isAway ? reason : undefined;
  } finally {
    clearTimeout(limit);
  }
}

type GroupWork = {
  readonly context: ServerContext;
  readonly tx: Transaction<Tables>;
  readonly group: readonly Waiting[];
  /** Receives why the database itself aborted the whole transaction, as on a full disk. */
  readonly onGivenUp: (error: unknown) => void;
  /** Told before the first of the group begins. */
  readonly onLocked: () => void;
};

/**
 * The first statement locks the city's counter (SQLite: the whole file), so that change numbers are committed
 * in order and a phone's cursor never passes a row still to come. Returns the functions that report to each
 * caller.
 */
async function writeAll({ context, tx, group, onGivenUp, onLocked }: GroupWork): Promise<(() => void)[]> {
  const locked = (await lock(tx, context.city.code)) ?? (await loadAndLock(context, tx));
  onLocked();
  await openPipeline(context.db, tx);
  // Another group, or another process, may have changed the city.
  await context.refreshCity?.(tx);
  let last = locked;

  /** Runs these in one savepoint: all of them or none. */
  async function runTogether(works: readonly Waiting[]): Promise<Result> {
    const before = last;
    const savepoint = {};
    const nextChange = () => ++last;
    const ends: (() => void)[] = [];
    await tx.executeQuery(SAVEPOINT);
    try {
      for (const { run } of works) {
        ends.push(await run({ tx, context, nowMs: context.clock(), nextChange, savepoint }));
      }
      await drain(tx);
      await tx.executeQuery(RELEASE);
      return { ends };
    } catch (thrown) {
      // After a write that failed, every other statement fails because of it.
      const error = await drain(tx).then(
        () => thrown,
        (cause: unknown) => cause,
      );
      // If the database itself aborted the whole transaction, there is nothing to roll back to: the whole
      // group fails.
      await tx.executeQuery(ROLLBACK_TO).catch((unable: unknown) => {
        onGivenUp(error);
        throw unable;
      });
      await tx.executeQuery(RELEASE);
      last = before;
      return { error };
    }
  }

  async function runEach(): Promise<(() => void)[]> {
    const ends: (() => void)[] = [];
    for (const waiting of group) {
      const ran = await runTogether([waiting]);
      ends.push(...('ends' in ran ? ran.ends : [() => waiting.reject(ran.error)]));
    }
    return ends;
  }

  // Almost nothing fails by an error, and a savepoint for each costs two statements and copies of the same pages.
  const together = group.length > 1 ? await runTogether(group) : undefined;
  const ends = together !== undefined && 'ends' in together ? together.ends : await runEach();
  if (last !== locked) await setCounter(tx, { city: context.city.code, last });
  return ends;
}

type Result = { readonly ends: (() => void)[] } | { readonly error: unknown };

async function lock(tx: Transaction<Tables>, city: string): Promise<number | undefined> {
  const [row] = await lockCounter(tx, { city });
  return row?.last_change;
}

async function loadAndLock({ city, clock }: ServerContext, tx: Transaction<Tables>): Promise<number> {
  await loadCity(tx, city, clock());
  const locked = await lock(tx, city.code);
  if (locked === undefined) throw new Error(`city ${city.code} has no counter`);
  return locked;
}
