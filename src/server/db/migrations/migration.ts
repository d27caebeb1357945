import type { Engine } from '../engine/context';

/** One step of the schema: statements run in order, in one transaction. Once released it is never edited. */
export type Migration = {
  readonly version: number;
  readonly statements: (engine: Engine) => readonly string[];
};
