/** UUIDv7 of a callback that a resident asked for. */
export type CallbackId = string & { readonly __brand: 'CallbackId' };

/**
 * `asked`: the resident is still to be called; `done`: the resident was called; `withdrawn`: the resident no
 * longer wants the call.
 */
export const CALLBACK_STATES = ['asked', 'done', 'withdrawn'] as const;
export type CallbackState = (typeof CALLBACK_STATES)[number];

/** How many callbacks one phone can wait for at once: enough for a household, and no more. */
export const MAX_OPEN_CALLBACKS_PER_DEVICE = 3;

export const MAX_CALLBACK_NOTE_CHARS = 200;
