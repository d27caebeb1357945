import { liveQuery } from 'dexie';
import { parseStaffSync } from '../../contract/staff/parse-run-sheet';
import { CONTRACT_VERSION } from '../../contract/version';
import { phoneClock } from '../clock/phone-clock';
import { askBackgroundSync } from '../sync/ask-background-sync';
import { createSender, type SenderOptions, type Sync } from '../sync/create-sender';
import type { Fetch } from '../sync/fetch-in-time';
import { generationHeader } from '../sync/generation-header';
import { postSync, type SyncAnswer } from '../sync/post-sync';
import { claimBatch, releaseClaim, sendRounds } from '../sync/send-rounds';
import type { SyncReport } from '../sync/sync-state';
import type { WakeSignal } from '../sync/when-to-sync';
import { applyCrewSync } from './apply-crew-sync';
import { readCrewKey } from './crew-key';
import { fetchSheetPhotos } from './crew-photos';
import type { CrewStore } from './crew-store';
import { isDue } from './queue-command';
import { dueRows, readCrewBatch } from './read-crew-batch';
import { sendOwnPhotos } from './send-own-photos';
import { openSheet } from './watch-sheet';

/** Names the person whose commands these are: the server refuses them under anybody else's session. */
const PERSON_HEADER = 'mpp-staff-id';
/**
 * The desk reschedules visits while the crew is on its way, and nothing tells the crew's phone: it asks every
 * minute at most.
 */
const IDLE_MS = 60_000;
/** A timer may fire slightly early; sending then would find nothing due. */
const TIMER_SLACK_MS = 50;

export type CrewSyncOptions = Pick<SenderOptions, 'now' | 'random' | 'locks' | 'signals'> & {
  readonly store: CrewStore;
  readonly fetch?: Fetch | undefined;
  readonly baseUrl?: string | undefined;
  /** Called when the server refuses this person (401, 403), who must then sign in again. Nothing is lost. */
  readonly onShut?: (() => void) | undefined;
};

/**
 * Creates the sender for one member of a crew: it uses their session's cookie and reads only their own
 * database.
 */
export function createCrewSync(options: CrewSyncOptions): Sync {
  const { store, now = phoneClock.now, baseUrl = '', onShut } = options;
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const server = { fetch, baseUrl, headers: { [PERSON_HEADER]: store.staffId } };
  return createSender({
    ...options,
    meta: store.meta,
    lockName: store.name,
    newCommands: onDueCommand(store, now),
    idleMs: IDLE_MS,
    send: async (onRound) => {
      const report = await sendCommands(onRound);
      if (report.failure !== undefined) return report;
      // The record of a visit never waits for a photo.
      const photos = await sendOwnPhotos(store, server, onRound);
      if (photos.isShut === true) onShut?.();
      const named = photos.sent > 0 ? await sendCommands(onRound) : report;
      await onRound();
      await fetchPhotosAhead(store, server);
      return { ...named, failure: named.failure ?? photos.failure };
    },
  });

  function sendCommands(onRound: () => Promise<void>): Promise<SyncReport> {
    return sendRounds({
      onRound,
      // A crew's phone always asks: the desk may have rescheduled a visit.
      hasNothingToAsk: async () => false,
      claim: async (limit) => {
        const key = await readCrewKey(store);
        const batch = await readCrewBatch(store, key, limit, now());
        return { ...(await claimBatch(store.outbox, batch, now())), key };
      },
      release: (claim) => releaseClaim(store.outbox, claim),
      post: async ({ commands }) => {
        const sheet = await store.meta.get('sheet');
        const cursor = sheet?.key === 'sheet' ? sheet.cursor : null;
        const answer = await postSync({
          fetch,
          url: `${baseUrl}/api/staff/sync`,
          init: {
            credentials: 'same-origin',
            headers: { ...server.headers, ...generationHeader(await readGenerationId(store)) },
          },
          body: { version: CONTRACT_VERSION, cursor, commands },
          parse: parseStaffSync,
          nowMs: now(),
        });
        if (isShut(answer)) onShut?.();
        return answer;
      },
      apply: (response, { key }) => applyCrewSync(store, key, response, now()),
      refuse: (id, problem, { key }) =>
        applyCrewSync(store, key, { results: [{ id, outcome: 'refused', problem }] }, now()),
      isOver: async () => (await dueRows(store, now())).length === 0,
    });
  }
}

async function readGenerationId(store: CrewStore): Promise<string | undefined> {
  const known = await store.meta.get('generation');
  return known?.key === 'generation' ? known.id : undefined;
}

/** Fetches in advance the photos that the sheet shows. */
async function fetchPhotosAhead(store: CrewStore, server: { fetch: Fetch; baseUrl: string }): Promise<void> {
  const [key, row] = [await readCrewKey(store), await store.meta.get('sheet')];
  if (row?.key !== 'sheet') return;
  const sheet = await openSheet(key.cryptoKey, row);
  if (sheet !== undefined) await fetchSheetPhotos(store, key, sheet, server);
}

function isShut(answer: SyncAnswer<unknown>): boolean {
  return answer.is === 'failed' && (answer.status === 401 || answer.status === 403);
}

/**
 * Wakes the sender for a command whose undo minute is over: at once if it ended while the app was closed,
 * else when it ends.
 */
function onDueCommand(store: CrewStore, now: () => number): WakeSignal {
  return (wake) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let photosKnown = Number.POSITIVE_INFINITY;
    let waitingKnown = 0;
    const waiting = liveQuery(async () => ({
      rows: await store.outbox.orderBy('seq').toArray(),
      photos: await store.ownPhotos.count(),
    }));
    const subscription = waiting.subscribe(
      ({ rows, photos }) => {
        clearTimeout(timer);
        if (photos > photosKnown) wake();
        photosKnown = photos;
        const ends = rows.filter((row) => !isDue(row, now())).map(({ notBeforeMs }) => notBeforeMs);
        // The app may be closed before the minute ends: then the service worker sends, if the browser wakes
        // it.
        if (ends.length > waitingKnown) void askBackgroundSync();
        waitingKnown = ends.length;
        if (ends.length > 0) timer = setTimeout(wake, Math.min(...ends) - now() + TIMER_SLACK_MS);
      },
      // Whatever shows the store also reports that it cannot be read.
      () => {},
    );
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  };
}
