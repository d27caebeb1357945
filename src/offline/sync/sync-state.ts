/**
 * Why a try failed: there is no connection; the connection is so slow that the answer did not come in the
 * time allowed, which grows; the server failed, asks to wait, no longer supports this app's
 * version, or says that another phone has replaced this one; or this phone is too full to record what it
 * sends and receives.
 */
export type SyncFailure = 'offline' | 'slow' | 'server' | 'busy' | 'version' | 'moved' | 'full';

export type SyncState = {
  readonly isSending: boolean;
  /** Unix milliseconds of the phone's clock; only for display. */
  readonly lastSuccessAtMs?: number | undefined;
  readonly lastFailure?: SyncFailure | undefined;
  readonly nextTryAtMs?: number | undefined;
};

/**
 * What one run did. `store`: this phone could not read or write its data; `locked`: a PIN keeps the key from
 * this page or worker.
 */
export type SyncReport = {
  readonly done: number;
  readonly refused: number;
  readonly changes: number;
  readonly failure?: SyncFailure | 'store' | 'locked' | undefined;
  /** The server's Retry-After, milliseconds. */
  readonly retryAfterMs?: number | undefined;
};
