import type { CallbackRow } from '../../../contract/callback-row';
import type { AskCallback } from '../../../contract/commands';
import type { ProblemDetails } from '../../../contract/problem';
import type { CallbackId } from '../../../domain/people/callback';
import type { Sealed } from '../secret/seal';

export type CallbackPerson = AskCallback['person'];

/** A callback that a resident asked for, as far as this phone knows. */
export type Callback = {
  readonly id: CallbackId;
  /** Phone's clock, Unix milliseconds. */
  readonly queuedAtMs: number;
  /** `kept` only on this phone; `known` to the server; `refused` by the server. */
  readonly delivery: 'kept' | 'known' | 'refused';
  /** Kept until the server has the callback, and after a refusal; then deleted. */
  readonly person?: CallbackPerson | undefined;
  /** The server lost it, and this phone no longer has whom to call: it is to be asked for again. */
  readonly isLost?: true | undefined;
  /** A withdrawal waits to be sent. */
  readonly isWithdrawing?: boolean | undefined;
  readonly problem?: ProblemDetails | undefined;
  /** The server's row. */
  readonly row?: CallbackRow | undefined;
};

export type CallbackStored = Omit<Callback, 'person'> & {
  readonly sealed?: Sealed | undefined;
  /** As in a visit's row. */
  readonly isUnconfirmed?: true | undefined;
  readonly before?: CallbackRow | undefined;
};

/** The purpose bound to a callback's ciphertext. */
export const callbackPurpose = (id: CallbackId) => `callbacks:${id}`;
