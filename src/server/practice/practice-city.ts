import { mkdirSync } from 'node:fs';
import { uuidv7 } from 'uuidv7';
import type { CityChoices } from '../../domain/city/configure-city';
import { describeError } from '../http/frame/describe-error';
import { type PracticeControl, PracticePortTaken } from '../http/staff/practice-control';
import { copyConfig } from './fill/copy-config';
import { fillPractice } from './fill/fill-practice';
import { inviteStaff } from './fill/practice-staff';
import { openPracticeContext } from './practice-context';
import {
  forgetRunning,
  makeGenerationFolder,
  type Running,
  readRunning,
  removeGeneration,
  removeStale,
  writeRunning,
} from './practice-folder';
import { isPracticeAt, type PracticeOptions, type ServingPractice, servePractice } from './serve-practice';

export type PracticeCity = {
  readonly control: PracticeControl;
  /** Stops serving and following; the practice city itself stays for the next start. */
  readonly close: () => Promise<void>;
};

/** How soon this process follows another process's start, reset or stop, or takes over its port. */
const FOLLOW_EVERY_MS = 2_000;

/**
 * The practice city of this process: serves it if it is already running, and then follows what the folder
 * says.
 */
export async function practiceCity(options: PracticeOptions): Promise<PracticeCity> {
  const { folder, logger, clock } = options;
  mkdirSync(folder, { recursive: true });
  let serving: ServingPractice | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  /** Runs one piece of work at a time in this process. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };
  const follow = async () => {
    const wanted = readRunning(folder)?.generation;
    if (wanted === serving?.generation) return;
    if (serving !== undefined) {
      const { generation, close } = serving;
      serving = undefined;
      await close();
      removeGeneration(folder, generation);
    }
    if (wanted !== undefined) serving = await servePractice(options, wanted);
  };
  const followLogged = async () => {
    try {
      await follow();
    } catch (error) {
      logger.error({ error: describeError(error) }, 'practice cannot be served');
    }
  };
  const state = () => {
    const running = readRunning(folder);
    return {
      isRunning: running !== undefined,
      people: running?.people ?? [],
      isAsBuilt: running?.isAsBuilt ?? false,
      port: serving?.port ?? options.port,
      origin: options.origin,
    };
  };
  const end = async () => {
    const generation = readRunning(folder)?.generation;
    forgetRunning(folder);
    await follow();
    // The process that serves the generation removes it after closing it; if none serves it, this one does.
    if (generation !== undefined && !(await isPracticeAt(options))) removeGeneration(folder, generation);
  };
  const makeAnew = async () => {
    const before = readRunning(folder);
    writeRunning(folder, await makeBest(options));
    await followLogged();
    if (serving !== undefined || (await isPracticeAt(options))) return state();
    if (before === undefined) await end();
    throw new PracticePortTaken();
  };
  await inTurn(async () => {
    await followLogged();
    removeStale(folder, clock());
  }).catch((error: unknown) => logger.error({ error: describeError(error) }, 'practice was not tidied'));
  const timer = setInterval(() => void inTurn(followLogged), FOLLOW_EVERY_MS).unref();
  return {
    control: {
      read: async () => state(),
      start: () =>
        inTurn(async () => {
          if (readRunning(folder) === undefined) return makeAnew();
          await followLogged();
          return state();
        }),
      reset: () => inTurn(makeAnew),
      stop: () =>
        inTurn(async () => {
          await end();
          return state();
        }),
    },
    close: async () => {
      clearInterval(timer);
      await inTurn(async () => serving?.close());
    },
  };
}

/**
 * Makes a generation with the real city's settings, so that a lesson shows what work will show. Some settings
 * leave no room for the made-up people (a unit that is on the road once a month); the lesson then uses the
 * city as the program was built.
 */
async function makeBest(options: PracticeOptions): Promise<Running> {
  const choices = await options.ownChoices?.();
  if (choices === undefined) return makeGeneration(options);
  try {
    return await makeGeneration(options, choices);
  } catch (error) {
    options.logger.warn({ error: describeError(error) }, "practice cannot use the city's own settings");
    return { ...(await makeGeneration(options)), isAsBuilt: true };
  }
}

/** Makes and fills a city that nobody sees yet. */
async function makeGeneration(options: PracticeOptions, choices?: CityChoices): Promise<Running> {
  const generation = uuidv7();
  const path = makeGenerationFolder(options.folder, generation);
  try {
    const { context, close } = await openPracticeContext(path, options);
    try {
      if (choices !== undefined) await copyConfig(context, choices);
      const staff = await inviteStaff(context);
      await fillPractice(context, staff);
      return { generation, people: staff.map(({ role, name, token }) => ({ role, name, token })) };
    } finally {
      await close();
    }
  } catch (error) {
    removeGeneration(options.folder, generation);
    throw error;
  }
}
