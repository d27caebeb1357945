import { Dexie } from 'dexie';
import { phoneClock } from '../clock/phone-clock';
import { type Fetch, fetchInTime } from '../sync/fetch-in-time';
import { type CrewSyncOptions, createCrewSync } from './create-crew-sync';
import { CREW_STORE_PREFIX, type CrewStore, openCrewStore } from './crew-store';
import { UNDO_MS } from './queue-command';
import { dueRows } from './read-crew-batch';

/** A browser ends a worker's event after some minutes; whatever becomes due later waits for its next try. */
const LONGEST_WAIT_MS = 2 * UNDO_MS;
/** An open page sends when the undo minute ends: the worker lets it go first. */
const PAGE_FIRST_MS = 2_000;
/**
 * A command may wait behind another whose clock was ahead: the worker looks again at this interval rather
 * than constantly.
 */
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
 * Sends what a crew recorded, while no page of the app is open, with the session's cookie. Only the database
 * of whoever is signed in is read: what another person recorded on a shared phone waits for them. If an undo
 * minute is still running, waits until it ends, so that an undone command is never sent. Rejects when
 * something is left, so that the browser tries again; but not when the session is over, since the page sends
 * once the person has signed in.
 */
export async function sendCrewInBackground(options: BackgroundOptions = {}): Promise<void> {
  const {
    now = phoneClock.now,
    wait = sleep,
    listNames = () => Dexie.getDatabaseNames(),
    baseUrl = '',
  } = options;
  const { open = openCrewStore } = options;
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  // If nobody has worked on this phone, there is no reason to ask the server who is signed in.
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
      // A page may have sent it meanwhile; without this check the loop would try forever.
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

/** Returns when the first running undo minute ends. */
async function nextEndMs(store: CrewStore): Promise<number | undefined> {
  const rows = await store.outbox.toArray();
  const ends = rows.filter(({ status }) => status === 'waiting').map(({ notBeforeMs }) => notBeforeMs);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/**
 * Returns the id of whoever is signed in on this phone; `undefined` when nobody is. Rejects when there is no
 * response.
 */
async function readStaffId(fetch: Fetch, baseUrl: string): Promise<CrewStore['staffId'] | undefined> {
  const answer = await fetchInTime(fetch, `${baseUrl}/api/staff/me`, {
    method: 'GET',
    credentials: 'same-origin',
  });
  if (answer.status === 401 || answer.status === 403) return undefined;
  if (answer.status !== 200 || !hasMe(answer.body)) throw new Error('not sent: no answer');
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
