/** Version of the wire format. A server that no longer supports it answers `version-not-supported`. */
export const CONTRACT_VERSION = 1;

export const MAX_COMMANDS_PER_SYNC = 50;
export const MAX_CHANGES_PER_SYNC = 200;
export const MAX_CALLBACKS_PER_SYNC = 20;
/** Largest request body in bytes: 50 commands of at most about 10 KB each. */
export const MAX_BODY_BYTES = 524_288;

/**
 * The header in which each answer of the API tells the server's time: Unix milliseconds. `Date` has whole
 * seconds only, and a proxy may write its own.
 */
export const TIME_HEADER = 'mpp-time';
