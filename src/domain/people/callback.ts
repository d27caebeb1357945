/** UUIDv7 of a call that a resident asked for. */
export type CallbackId = string & { readonly __brand: 'CallbackId' };

/** `asked` is to be called; `done` was; `withdrawn` wants it no longer. */
export const CALLBACK_STATES = ['asked', 'done', 'withdrawn'] as const;
export type CallbackState = (typeof CALLBACK_STATES)[number];

/** One phone can wait for so many calls at once: a household's, and no more. */
export const MAX_OPEN_CALLBACKS_PER_DEVICE = 3;

export const MAX_CALLBACK_NOTE_CHARS = 200;
