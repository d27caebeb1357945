import type { CallbackRow } from '../../../contract/callback-row';
import type { AskCallback } from '../../../contract/commands';
import type { ProblemDetails } from '../../../contract/problem';
import type { CallbackId } from '../../../domain/people/callback';
import type { Sealed } from '../secret/seal';

export type CallbackPerson = AskCallback['person'];

/** A call asked for, as far as this phone knows. */
export type Callback = {
  readonly id: CallbackId;
  /** Phone's clock, Unix milliseconds. */
  readonly queuedAtMs: number;
  /** `kept` on this phone; `known` to the server; `refused` by it. */
  readonly delivery: 'kept' | 'known' | 'refused';
  /** Until the server has it, and after a refusal; forgotten then. */
  readonly person?: CallbackPerson | undefined;
  /** A withdrawal waits to be sent. */
  readonly isWithdrawing?: boolean | undefined;
  readonly problem?: ProblemDetails | undefined;
  /** What the server says of it. */
  readonly row?: CallbackRow | undefined;
};

export type CallbackStored = Omit<Callback, 'person'> & { readonly sealed?: Sealed | undefined };

/** What is bound to a callback's ciphertext. */
export const callbackPurpose = (id: CallbackId) => `callbacks:${id}`;
