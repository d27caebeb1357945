import { Dexie } from 'dexie';
import { type Fetch, fetchInTime } from '../sync/fetch-in-time';
import { type CrewSyncOptions, createCrewSync } from './create-crew-sync';
import { CREW_STORE_PREFIX, type CrewStore, openCrewStore } from './crew-store';
import { UNDO_MS } from './queue-command';
import { dueRows } from './read-crew-batch';

/** A browser ends a worker's event after some minutes; what becomes due later is left to its next try. */
const LONGEST_WAIT_MS = 2 * UNDO_MS;
/** The page, where one is open, sends at the minute's end: it goes first. */
const PAGE_FIRST_MS = 2_000;
/** A step may wait behind another whose clock was ahead: that is looked at again, not all the time. */
const SHORTEST_WAIT_MS = 1_000;

export type BackgroundOptions = Pick<CrewSyncOptions, 'locks'> & {
  readonly fetch?: Fetch | undefined;
  readonly baseUrl?: string | undefined;
  /** Unix milliseconds. */
  readonly now?: (() => number) | undefined;
  readonly wait?: ((ms: number) => Promise<void>) | undefined;
  readonly listNames?: (() => Promise<string[]>) | undefined;
  readonly open?: ((staffId: CrewStore['staffId']) => CrewStore) | undefined;
};

/**
 * Sends what a crew recorded while no page of the app is open, with the session's cookie, from the database of who is
 * signed in alone: what another person of a shared phone recorded waits for her. A minute that still runs is waited out,
 * so that what is taken back is never sent. Rejects when something is left, so that the browser tries again; a session
 * that is over is no reason to, as the page sends once she signed in.
 */
export async function sendCrewInBackground(options: BackgroundOptions = {}): Promise<void> {
  const { now = Date.now, wait = sleep, listNames = () => Dexie.getDatabaseNames(), baseUrl = '' } = options;
  const { open = openCrewStore } = options;
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  // Nobody worked on this phone: then nothing asks the server who is signed in either.
  if (!(await listNames()).some((name) => name.startsWith(CREW_STORE_PREFIX))) return;
  const staffId = await readStaffId(fetch, baseUrl);
  if (staffId === undefined || !(await listNames()).includes(`${CREW_STORE_PREFIX}${staffId}`)) return;
  const store = open(staffId);
  try {
    await sendAllOf(store, createCrewSync({ ...options, store, fetch }), now, wait);
  } finally {
    store.close();
  }
}

async function sendAllOf(
  store: CrewStore,
  sync: Pick<ReturnType<typeof createCrewSync>, 'syncNow'>,
  now: () => number,
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  const untilMs = now() + LONGEST_WAIT_MS;
  for (;;) {
    if (await hasDue(store, now())) {
      const { done, refused, failure } = await sync.syncNow();
      if (failure !== undefined) throw new Error(`not sent: ${failure}`);
      // A page may have sent it meanwhile; else it would be tried for ever.
      if (done + refused === 0 && (await hasDue(store, now()))) throw new Error('not sent: no answer');
      continue;
    }
    const endsMs = await nextEndMs(store);
    if (endsMs === undefined) return;
    const sendAtMs = endsMs + PAGE_FIRST_MS;
    if (Math.max(sendAtMs, now()) > untilMs) throw new Error('not sent: not due yet');
    await wait(Math.max(SHORTEST_WAIT_MS, sendAtMs - now()));
  }
}

async function hasDue(store: CrewStore, nowMs: number): Promise<boolean> {
  if ((await dueRows(store, nowMs)).length > 0) return true;
  return (await store.ownPhotos.filter(({ problem }) => problem === undefined).count()) > 0;
}

/** When the first minute ends that still runs. */
async function nextEndMs(store: CrewStore): Promise<number | undefined> {
  const rows = await store.outbox.toArray();
  const ends = rows.filter(({ status }) => status === 'waiting').map(({ notBeforeMs }) => notBeforeMs);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** Of who is signed in on this phone; `undefined` when nobody is. Rejects without an answer. */
async function readStaffId(fetch: Fetch, baseUrl: string): Promise<CrewStore['staffId'] | undefined> {
  const answer = await fetchInTime(fetch, `${baseUrl}/api/staff/me`, {
    method: 'GET',
    credentials: 'same-origin',
  });
  if (answer?.status === 401 || answer?.status === 403) return undefined;
  if (answer?.status !== 200 || !hasMe(answer.body)) throw new Error('not sent: no answer');
  return answer.body.me.id;
}

function hasMe(body: unknown): body is { readonly me: { readonly id: CrewStore['staffId'] } } {
  if (typeof body !== 'object' || body === null || !('me' in body)) return false;
  const { me } = body;
  return typeof me === 'object' && me !== null && 'id' in me && typeof me.id === 'string';
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
