import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { STAFF_ROLES } from '../../domain/staff/role';

/**
 * ```
 * latihan/running.json      the generation in use and the links to it; absent while there is no practice
 * latihan/<generation>/     database, keys and marked pages of one filled city
 * ```
 * All processes that share the folder follow that file. A reset makes a new generation, so that nothing in
 * use is emptied.
 */
const runningText = v.object({
  generation: v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/)),
  people: v.array(v.object({ role: v.picklist(STAFF_ROLES), name: v.string(), token: v.string() })),
  /** The generation does not use the real city's settings, which left no room for practice. */
  isAsBuilt: v.optional(v.boolean()),
});

export type Running = v.InferOutput<typeof runningText>;

const MARKER = 'running.json';
/** A city that takes longer than this to fill was given up. */
const STALE_MS = 60 * 60_000;

/** Reads which generation is in use; `undefined` when there is none or the file is not valid. */
export function readRunning(folder: string): Running | undefined {
  try {
    const parsed = v.safeParse(runningText, JSON.parse(readFileSync(join(folder, MARKER), 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the file so that it appears whole or not at all. */
export function writeRunning(folder: string, running: Running): void {
  const draft = join(folder, `.${running.generation}.json`);
  writeFileSync(draft, JSON.stringify(running));
  renameSync(draft, join(folder, MARKER));
}

export function forgetRunning(folder: string): void {
  rmSync(join(folder, MARKER), { force: true });
}

export function generationFolder(folder: string, generation: string): string {
  return join(folder, generation);
}

export function makeGenerationFolder(folder: string, generation: string): string {
  const path = generationFolder(folder, generation);
  mkdirSync(path, { recursive: true });
  return path;
}

/** Removes a generation that nobody uses any more. */
export function removeGeneration(folder: string, generation: string): void {
  rmSync(generationFolder(folder, generation), { recursive: true, force: true });
}

/** Removes what a killed server left behind. */
export function removeStale(folder: string, nowMs: number): void {
  const kept = readRunning(folder)?.generation;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const isOld = nowMs - statSync(path).mtimeMs > STALE_MS;
    if (name !== kept && name !== MARKER && isOld) rmSync(path, { recursive: true, force: true });
  }
}
