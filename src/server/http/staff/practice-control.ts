import type { StaffRole } from '../../../domain/staff/role';

export type PracticeState = {
  readonly isRunning: boolean;
  /** Who can be played, and the token of each one's link. */
  readonly people: readonly { readonly role: StaffRole; readonly name: string; readonly token: string }[];
  /** The real city is set so that no lesson can be made of it: this one is as the program was built. */
  readonly isAsBuilt: boolean;
  readonly port: number;
  /** Where people reach it, when that is not this host at `port`. */
  readonly origin: string | undefined;
};

/** What the real app's admin can do with the practice city. It tells nothing of, and takes nothing from, real rows. */
export type PracticeControl = {
  readonly read: () => Promise<PracticeState>;
  /** Makes, fills and serves it; while it runs, nothing. Rejects with `PracticePortTaken`. */
  readonly start: () => Promise<PracticeState>;
  /** A new one in place of it. */
  readonly reset: () => Promise<PracticeState>;
  /** Ends and removes it. */
  readonly stop: () => Promise<PracticeState>;
};

/** Another program listens where practice should. */
export class PracticePortTaken extends Error {}

/** On every answer of a practice server, `1`. */
export const PRACTICE_HEADER = 'x-mpp-practice';
