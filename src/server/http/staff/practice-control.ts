import type { StaffRole } from '../../../domain/staff/role';

export type PracticeState = {
  readonly isRunning: boolean;
  /** The people whom a learner can play, each with the token of a link. */
  readonly people: readonly { readonly role: StaffRole; readonly name: string; readonly token: string }[];
  /**
   * True where the real city's configuration allows no lesson: the practice city is then the built-in one.
   */
  readonly isAsBuilt: boolean;
  readonly port: number;
  /** Where people reach the practice city, if not on this host at `port`. */
  readonly origin: string | undefined;
};

/**
 * What an admin of the real city can do with the practice city. Neither city reads or writes rows of the
 * other.
 */
export type PracticeControl = {
  readonly read: () => Promise<PracticeState>;
  /**
   * Creates, fills and serves the practice city, unless it already runs. May reject with `PracticePortTaken`.
   */
  readonly start: () => Promise<PracticeState>;
  /** Replaces the practice city with a new one. */
  readonly reset: () => Promise<PracticeState>;
  /** Stops the practice city and deletes it. */
  readonly stop: () => Promise<PracticeState>;
};

/** Another program already listens on the practice city's port. */
export class PracticePortTaken extends Error {}

/** Every answer of a practice server has this header, with `1`. */
export const PRACTICE_HEADER = 'x-mpp-practice';
