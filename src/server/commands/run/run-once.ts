import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { problemDetailsOf, type StaffProblemDetails } from '../../../contract/problem';
import { type CommandId, commandId } from '../../../contract/scalars';
import type { Problem, ResidentProblem } from '../../../domain/problem';
import { type Result, refuse } from '../../../domain/result';
import type { ServerContext } from '../../db/engine/context';
import { isDatabaseAway } from '../../db/engine/database-away';
import { prepareQuery } from '../../db/engine/prepare-query';
import { type CityWrite, writeCity } from '../../db/engine/write-city';
import type { Tables } from '../../db/schema/tables';

const RETRY_AFTER_S = 5;
const MAX_POINTER_CHARS = 200;

const commandHead = v.looseObject({ id: commandId, name: v.string() });

/** A command's result on the wire, with the problems `P` that its sender may receive. */
export type CommandResultOf<P extends Problem> =
  | { readonly id: CommandId; readonly outcome: 'done' }
  | {
      readonly id: CommandId;
      readonly outcome: 'refused';
      readonly problem: StaffProblemDetails & { readonly code: P };
    }
  | { readonly id: CommandId; readonly outcome: 'retry'; readonly retryAfterSeconds: number };

/** A handler for each command of the union `Command`: a missing or a mixed-up one does not compile. */
export type Handlers<Command extends { readonly name: string }, Actor, P extends Problem> = {
  readonly [Name in Command['name']]: (
    write: CityWrite,
    actor: Actor,
    command: Extract<Command, { readonly name: Name }>,
  ) => Promise<Result<unknown, P>>;
};

/** How the commands of residents and those of the staff differ. */
export type Once<Command, P extends Problem> = {
  /** Whose command it is: a device's hash, or `staff:<id>`. Ids are unique for each owner. */
  readonly owner: string;
  readonly storedResult: v.GenericSchema<unknown, CommandResultOf<P>>;
  /** Whether this owner may no longer send commands; asked before the stored result is read. */
  readonly isBarred?: (write: CityWrite) => Promise<boolean>;
  readonly parse: (name: string) => Result<{ readonly command: Command }, P>;
  readonly perform: (write: CityWrite, command: Command) => Promise<Result<unknown, P>>;
  /**
   * Writes what goes with each new result, in its transaction. `command` is absent where it did not parse.
   */
  readonly after: (write: CityWrite, result: Result<unknown, P>, command?: Command) => Promise<void>;
};

/**
 * Runs one command in one transaction, and only once: a repeated command returns its stored result. `done`
 * and `refused` are final; `retry` means that nothing was stored. `raw` is an object with at least a command
 * id and a name.
 */
export async function runOnce<Command, P extends Problem>(
  context: ServerContext,
  raw: unknown,
  once: Once<Command, P | ResidentProblem>,
): Promise<CommandResultOf<P | ResidentProblem>> {
  const { id, name } = v.parse(commandHead, raw);
  const hash = contentHash(raw);
  if (hash === undefined) return answerOf(id, refuse('request-not-valid'));
  const retry = { id, outcome: 'retry', retryAfterSeconds: RETRY_AFTER_S } as const;
  try {
    return await writeCity(context, async (write) => {
      if (await once.isBarred?.(write)) return retry;
      const stored = await readStored(write, once.owner, id);
      if (stored !== undefined) {
        if (stored.content_hash !== hash)
          return answerOf(id, refuse('command-id-reused', { pointer: '/id' }));
        return v.parse(once.storedResult, JSON.parse(stored.result_json));
      }
      const parsed = once.parse(name);
      const result = parsed.ok ? await once.perform(write, parsed.command) : parsed;
      const answer = answerOf(id, result);
      await storeAnswer(write, once.owner, hash, answer);
      await once.after(write, result, parsed.ok ? parsed.command : undefined);
      return answer;
    });
  } catch (error) {
    // The commands after it would each wait as long, so the whole request must come again.
    if (isDatabaseAway(error)) throw error;
    context.report?.(error);
    return retry;
  }
}

/** Parses a command by its schema; a refusal points at the first fault. */
export function parseCommand<Command>(
  schema: v.GenericSchema<unknown, Command>,
  raw: unknown,
): Result<{ readonly command: Command }, ResidentProblem> {
  const parsed = v.safeParse(schema, raw);
  if (parsed.success) return { ok: true, command: parsed.output };
  return refuse('request-not-valid', { pointer: pointerOf(parsed.issues[0].path) });
}

function answerOf<P extends Problem>(id: CommandId, result: Result<unknown, P>): CommandResultOf<P> {
  return result.ok ? { id, outcome: 'done' } : { id, outcome: 'refused', problem: problemDetailsOf(result) };
}

/** Returns a path in a command as a JSON pointer (RFC 6901). */
function pointerOf(path: readonly { readonly key: unknown }[] | undefined): string {
  const keys = (path ?? []).map(({ key }) => String(key).replaceAll('~', '~0').replaceAll('/', '~1'));
  return keys
    .map((key) => `/${key}`)
    .join('')
    .slice(0, MAX_POINTER_CHARS);
}

/**
 * Returns the SHA-256 of a command as JSON with its keys sorted, so that the same content always gives the
 * same hash. `undefined` where the command is nested deeper than JSON can be written, which no phone's
 * command is.
 */
function contentHash(value: unknown): string | undefined {
  try {
    return createHash('sha256').update(JSON.stringify(value, sortKeys)).digest('base64url');
  } catch {
    return undefined;
  }
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const findCommand = prepareQuery(
  (db, { city, device_hash, command_id }: Pick<Tables['commands'], 'city' | 'device_hash' | 'command_id'>) =>
    db
      .selectFrom('commands')
      .select(['content_hash', 'result_json'])
      .where('city', '=', city)
      .where('device_hash', '=', device_hash)
      .where('command_id', '=', command_id),
);

const addCommand = prepareQuery((db, command: Tables['commands']) => {
  const { city, device_hash, command_id, content_hash, result_json, at } = command;
  return db.insertInto('commands').values({ city, device_hash, command_id, content_hash, result_json, at });
});

async function readStored({ tx, context }: CityWrite, owner: string, id: string) {
  const [stored] = await findCommand(tx, { city: context.city.code, device_hash: owner, command_id: id });
  return stored;
}

async function storeAnswer(
  { tx, context, nowMs }: CityWrite,
  owner: string,
  content_hash: string,
  answer: CommandResultOf<Problem>,
): Promise<void> {
  const key = { city: context.city.code, device_hash: owner, command_id: answer.id };
  await addCommand(tx, { ...key, content_hash, result_json: JSON.stringify(answer), at: nowMs });
}
