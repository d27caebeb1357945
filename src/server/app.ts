import { setImmediate as letOthersCome } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ServerContext } from './db/engine/context';
import { isDatabaseAway } from './db/engine/database-away';
import { knownDevices } from './db/rate/known-devices';
import { shareRateCounts } from './db/rate/share-rate-counts';
import { addApiDocument } from './http/api-document';
import { buildFrame, type FrameOptions } from './http/frame/build-frame';
import { isApiUrl } from './http/frame/request-path';
import { addGeneration } from './http/generation';
import { addHealth, type DiskWatch, HEALTH_PATH } from './http/health';
import { addAvailability } from './http/resident/availability';
import { addCity } from './http/resident/city';
import { addEvents } from './http/resident/events';
import { addPhotos } from './http/resident/photos';
import { addPlainCallback } from './http/resident/plain-callback';
import { addSync } from './http/resident/sync';
import { addTransfers } from './http/resident/transfers';
import { addStaffAccounts } from './http/staff/account/accounts';
import { addStaffAudit } from './http/staff/audit';
import { addStaffBookings } from './http/staff/bookings';
import { addStaffCallbacks } from './http/staff/callbacks';
import { addStaffChanged } from './http/staff/changed';
import { addStaffCommands } from './http/staff/commands';
import { addStaffConfig } from './http/staff/config';
import { addStaffFigures } from './http/staff/figures';
import { addStaffPhotos } from './http/staff/photos';
import { addStaffPlan } from './http/staff/plan';
import { addStaffPractice } from './http/staff/practice';
import { PRACTICE_HEADER, type PracticeControl } from './http/staff/practice-control';
import { addStaffRunOrder } from './http/staff/run-order';
import { addStaffSync } from './http/staff/sync';

export type AppOptions = FrameOptions & {
  readonly context: ServerContext;
  /** Watches the database's disk, where it is on this machine. */
  readonly disk?: DiskWatch;
  /** The practice city beside this one, which this city's admin controls. */
  readonly practice?: PracticeControl;
  /** Whether this is the practice city itself. */
  readonly isPractice?: boolean;
};

/** Puts the server together around a given database, city, clock and keys. Does not listen. */
export async function buildApp({
  context,
  disk,
  practice,
  isPractice = false,
  ...frame
}: AppOptions): Promise<FastifyInstance> {
  const app = await buildFrame({
    ...frame,
    clock: context.clock,
    shareRates: (counts, overBeforeMs) => shareRateCounts(context, counts, overBeforeMs),
    findKnownDevices: (hashes) => knownDevices(context, hashes),
    isPassing: isDatabaseAway,
  });
  await addApiDocument(app);
  const refresh = oncePerTurn(async () => context.refreshCity?.(context.db));
  app.addHook('onRequest', async (request) => {
    // Health asks the database itself, within a limit of its own.
    if (isApiUrl(request.url) && request.routeOptions.url !== HEALTH_PATH) await refresh();
  });
  addGeneration(app, context);
  if (isPractice) {
    app.addHook('onRequest', async (_request, reply) => void reply.header(PRACTICE_HEADER, '1'));
    app.addHook('onSend', async (_request, reply) => markDownload(reply));
  }
  addSync(app, context);
  addPhotos(app, context);
  addTransfers(app, context);
  addEvents(app, context);
  addAvailability(app, context);
  addHealth(app, context, disk);
  await addStaffAccounts(app, context, isPractice);
  addStaffBookings(app, context);
  addStaffCommands(app, context);
  addStaffSync(app, context);
  addStaffPhotos(app, context);
  addStaffPlan(app, context);
  addStaffRunOrder(app, context);
  addStaffCallbacks(app, context);
  addStaffChanged(app, context);
  addStaffAudit(app, context);
  addStaffFigures(app, context);
  addCity(app, context);
  await addPlainCallback(app, context);
  addStaffConfig(app, context);
  addStaffPractice(app, context, practice);
  return app;
}

/** Requests that arrive in the same turn of the event loop share one run of `work`, which begins after all of them. */
function oncePerTurn(work: () => Promise<void>): () => Promise<void> {
  let next: Promise<void> | undefined;
  return () => {
    next ??= letOthersCome().then(() => {
      next = undefined;
      return work();
    });
    return next;
  };
}

/**
 * Marks a file downloaded from the practice city in its name. The server's name takes precedence over the one
 * that a page gives the download.
 */
function markDownload(reply: FastifyReply): void {
  const name = reply.getHeader('content-disposition');
  if (typeof name === 'string')
    void reply.header('content-disposition', name.replace('filename="', 'filename="LATIHAN-'));
}
