import * as v from 'valibot';
import { type SignedIn, signedIn } from '../../../../contract/staff/auth';
import { ApiFailure, callApi, watchSessionEnd } from '../api/api';
import { forgetSession, keepSession, readKeptSession } from './kept-session';

/**
 * ```
 * checking --me--> signed-in <--sign in-- signed-out
 *    |                 |  ^                   ^
 *    no answer         |  online again        |
 *    v                 v  |                   |
 * unreachable      isOffline --end of day, 401, signing out
 * ```
 */
export type SessionState =
  | { readonly kind: 'checking' }
  | { readonly kind: 'signed-in'; readonly session: SignedIn; readonly isOffline: boolean }
  /** `last` stays when the session ended by itself, so that her page is there again once she is. */
  | { readonly kind: 'signed-out'; readonly last?: SignedIn }
  | { readonly kind: 'unreachable'; readonly failure: unknown };

/** Who works at this screen. One per page that is open. */
export type Session = {
  readonly read: () => SessionState;
  readonly watch: (onChange: () => void) => () => void;
  /** Asks the server who is signed in; never rejects. */
  readonly check: () => Promise<void>;
  /** After a sign-in or an accepted invite that the server answered. */
  readonly enter: (session: SignedIn) => void;
  /** Ends the session on the server. Rejects with an `ApiFailure` when that was not reached; then nothing changed. */
  readonly signOut: () => Promise<void>;
};

/** `now` in Unix milliseconds. Asks nothing until `check`. */
export function createSession(now: () => number): Session {
  let state: SessionState = { kind: 'checking' };
  const listeners = new Set<() => void>();
  const set = (next: SessionState) => {
    state = next;
    for (const tell of listeners) tell();
  };
  const enter = (session: SignedIn) => {
    keepSession(session);
    set({ kind: 'signed-in', session, isOffline: false });
  };
  const leave = (last?: SignedIn) => {
    forgetSession();
    set({ kind: 'signed-out', ...(last === undefined ? {} : { last }) });
  };
  watchSessionEnd(() => {
    if (state.kind !== 'signed-out') leave(state.kind === 'signed-in' ? state.session : undefined);
  });
  return {
    read: () => state,
    watch: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    check: async () => {
      try {
        enter(await callApi('GET', '/api/staff/me', signedIn));
      } catch (failure) {
        if (failure instanceof ApiFailure && failure.code === 'sign-in-needed') return;
        const next = withoutAnswer(state, now(), failure);
        if (next.kind === 'signed-out') leave(next.last);
        else set(next);
      }
    },
    enter,
    signOut: async () => {
      try {
        await callApi('POST', '/api/staff/sign-out', v.object({}), { body: {} });
      } catch (failure) {
        if (!(failure instanceof ApiFailure && failure.code === 'sign-in-needed')) throw failure;
      }
      leave();
    },
  };
}

/** Where a screen stands that asked and was not answered. */
function withoutAnswer(state: SessionState, now: number, failure: unknown): SessionState {
  const kept = readKeptSession(now);
  if (kept !== undefined) return { kind: 'signed-in', session: kept, isOffline: true };
  if (state.kind !== 'signed-in')
    return state.kind === 'signed-out' ? state : { kind: 'unreachable', failure };
  // A crew's day is over; whoever works only with a connection sees each call fail by itself.
  return state.session.me.role === 'crew' ? { kind: 'signed-out', last: state.session } : state;
}
