import type { Engine } from '../engine/context';

/**
 * One step of the schema: its statements run in order, in one transaction. A released step is never edited.
 */
export type Migration = {
  readonly version: number;
  readonly statements: (engine: Engine) => readonly string[];
};
