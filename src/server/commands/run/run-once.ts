import { hash } from 'node:crypto';
import * as v from 'valibot';
import { problemDetailsOf, type StaffProblemDetails } from '../../../contract/problem';
import { type CommandId, commandId } from '../../../contract/scalars';
import type { Problem, ResidentProblem } from '../../../domain/problem';
import { type Result, refuse } from '../../../domain/result';
import type { ServerContext } from '../../db/engine/context';
import { isDatabaseAway } from '../../db/engine/database-away';
import { prepareQuery } from '../../db/engine/prepare-query';
import type { WritePart } from '../../db/engine/prepare-writes';
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
  readonly parse: (name: string) => Result<{ readonly command: Command }, P>;
  readonly perform: (write: CityWrite, command: Command) => Promise<Result<unknown, P>>;
  /**
   * Stores the result, with what goes with each new one in its transaction. `command` is absent where it did not parse.
   */
  readonly store: (
    write: CityWrite,
    stored: Tables['commands'],
    result: Result<unknown, P>,
    command?: Command,
  ) => Promise<void>;
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
  const content = contentHash(raw);
  if (content === undefined) return answerOf(id, refuse('request-not-valid'));
  const retry = { id, outcome: 'retry', retryAfterSeconds: RETRY_AFTER_S } as const;
  try {
    return await writeCity(context, async (write) => {
      const key = { city: context.city.code, device_hash: once.owner, command_id: id };
      const [seen] = await look(write.tx, key);
      if (seen === undefined) throw new Error(`city ${key.city} has no counter`);
      const { moved_to, content_hash, result_json } = seen;
      // Another phone has replaced this one since the request arrived: the next request is told so.
      if (moved_to !== null) return retry;
      if (result_json !== null) {
        if (content_hash !== content) return answerOf(id, refuse('command-id-reused', { pointer: '/id' }));
        return v.parse(once.storedResult, JSON.parse(result_json));
      }
      const parsed = once.parse(name);
      const result = parsed.ok ? await once.perform(write, parsed.command) : parsed;
      const answer = answerOf(id, result);
      const stored = {
        ...key,
        content_hash: content,
        result_json: JSON.stringify(answer),
        at: write.nowMs,
      };
      await once.store(write, stored, result, parsed.ok ? parsed.command : undefined);
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
    return hash('sha256', sortedJson(value), 'base64url');
  } catch {
    return undefined;
  }
}

/** Of values that were read from JSON. A replacer of `JSON.stringify` would take three times as long. */
function sortedJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${sortedJson(member)}`).join(',')}}`;
}

type Key = Pick<Tables['commands'], 'city' | 'device_hash' | 'command_id'>;

/** A stored result, and whether another phone has replaced the sender: one statement, since each is a round trip. */
const look = prepareQuery((db, { city, device_hash, command_id }: Key) =>
  db
    .selectFrom('city_counters as n')
    .leftJoin('commands as c', (join) =>
      join.on('c.city', '=', city).on('c.device_hash', '=', device_hash).on('c.command_id', '=', command_id),
    )
    .leftJoin('moved_devices as m', (join) =>
      join.on('m.city', '=', city).on('m.device_hash', '=', device_hash),
    )
    .select(['c.content_hash', 'c.result_json', 'm.moved_to'])
    .where('n.city', '=', city),
);

/** The insert of a command's result. */
export const addCommand: WritePart<Tables['commands']> = (db, command) => {
  const { city, device_hash, command_id, content_hash, result_json, at } = command;
  return db.insertInto('commands').values({ city, device_hash, command_id, content_hash, result_json, at });
};
