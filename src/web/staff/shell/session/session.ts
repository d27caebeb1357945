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
  /** `last` stays when the session expired, so that the member's page reappears after the next sign-in. */
  | { readonly kind: 'signed-out'; readonly last?: SignedIn }
  | { readonly kind: 'unreachable'; readonly failure: unknown };

/** The session of one open page. */
export type Session = {
  readonly read: () => SessionState;
  readonly watch: (onChange: () => void) => () => void;
  /** Asks the server who is signed in; never rejects. */
  readonly check: () => Promise<void>;
  /** Called after a sign-in or an accepted invite that the server answered. */
  readonly enter: (session: SignedIn) => void;
  /**
   * Ends the session on the server. Rejects with an `ApiFailure` when the server was not reached; then
   * nothing changed.
   */
  readonly signOut: () => Promise<void>;
};

/** Creates a session that asks the server nothing until `check`. `now` returns Unix milliseconds. */
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

/** Returns the state after a check without an answer. */
function withoutAnswer(state: SessionState, now: number, failure: unknown): SessionState {
  const kept = readKeptSession(now);
  if (kept !== undefined) return { kind: 'signed-in', session: kept, isOffline: true };
  if (state.kind !== 'signed-in')
    return state.kind === 'signed-out' ? state : { kind: 'unreachable', failure };
  // A crew is signed out, because its offline day is over; the other roles stay and see each call fail.
  return state.session.me.role === 'crew' ? { kind: 'signed-out', last: state.session } : state;
}
