/**
 * Whether the app opens without a connection: `kept` from an earlier visit or `ready` since this one,
 * `preparing` while its files come, `waiting` for a connection to go on with them, `never` in a browser that
 * keeps none. Undefined until that is known.
 */
export type KeepState = 'kept' | 'preparing' | 'ready' | 'waiting' | 'never' | undefined;

let state: KeepState;
const listeners = new Set<() => void>();

export function readKeepState(): KeepState {
  return state;
}

export function setKeepState(next: KeepState): void {
  state = next;
  for (const listener of listeners) listener();
}

export function watchKeepState(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}
