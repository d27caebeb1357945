import { liveQuery } from 'dexie';
import * as v from 'valibot';
import { type StaffSyncResponse, staffSyncResponse } from '../../contract/staff/run-sheet';
import { CONTRACT_VERSION } from '../../contract/version';
import { askBackgroundSync } from '../sync/ask-background-sync';
import { claimBatch, releaseClaim } from '../sync/claim-batch';
import { createSender, type SenderOptions, type Sync } from '../sync/create-sender';
import type { Fetch } from '../sync/fetch-in-time';
import { postSync, type SyncAnswer } from '../sync/post-sync';
import { sendRounds } from '../sync/send-rounds';
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
/** The desk moves visits while the crew is on its way, and nothing tells its phone of it: it asks, each minute at most. */
const IDLE_MS = 60_000;
/** A timer may ring a little before its time; sending then would find nothing due. */
const TIMER_SLACK_MS = 50;

export type CrewSyncOptions = Pick<SenderOptions, 'now' | 'random' | 'locks' | 'signals'> & {
  readonly store: CrewStore;
  readonly fetch?: Fetch | undefined;
  readonly baseUrl?: string | undefined;
  /** The server no longer lets this person send (401, 403): she is to sign in again. Nothing is lost by it. */
  readonly onShut?: (() => void) | undefined;
};

/** The sender of one person of a crew: with her session's cookie, from her own database alone. */
export function createCrewSync(options: CrewSyncOptions): Sync {
  const { store, now = Date.now, baseUrl = '', onShut } = options;
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
      // What was done at a home never waits for a photo.
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
      // A crew always asks: the desk may have moved a visit.
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
          init: { credentials: 'same-origin', headers: server.headers },
          body: { version: CONTRACT_VERSION, cursor, commands },
          parse: parseAnswer,
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

/** The photos of the sheet that this phone keeps. */
async function fetchPhotosAhead(store: CrewStore, server: { fetch: Fetch; baseUrl: string }): Promise<void> {
  const [key, row] = [await readCrewKey(store), await store.meta.get('sheet')];
  if (row?.key !== 'sheet') return;
  const sheet = await openSheet(key.cryptoKey, row);
  if (sheet !== undefined) await fetchSheetPhotos(store, key, sheet, server);
}

function parseAnswer(body: unknown): StaffSyncResponse | undefined {
  const parsed = v.safeParse(staffSyncResponse, body);
  return parsed.success ? parsed.output : undefined;
}

function isShut(answer: SyncAnswer<unknown>): boolean {
  return answer.is === 'failed' && (answer.status === 401 || answer.status === 403);
}

/** A command whose minute is over: at once when that was while the app was closed, else when it ends. */
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
        // The app may be closed before the minute is over: then the worker sends, where the browser wakes it.
        if (ends.length > waitingKnown) void askBackgroundSync();
        waitingKnown = ends.length;
        if (ends.length > 0) timer = setTimeout(wake, Math.min(...ends) - now() + TIMER_SLACK_MS);
      },
      // A store that cannot be read is said on screen by whoever shows it.
      () => {},
    );
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  };
}
