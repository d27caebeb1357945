import type { FastifyInstance } from 'fastify';
import type { ServerContext } from './db/context';
import { addAvailability } from './http/availability';
import { buildFrame, type FrameOptions } from './http/build-frame';
import { addCity } from './http/city';
import { addHealth } from './http/health';
import { addStaffAccounts } from './http/staff-accounts';
import { addStaffAudit } from './http/staff-audit';
import { addStaffBookings } from './http/staff-bookings';
import { addStaffChanged } from './http/staff-changed';
import { addStaffCommands } from './http/staff-commands';
import { addStaffConfig } from './http/staff-config';
import { addStaffPlan } from './http/staff-plan';
import { addStaffSync } from './http/staff-sync';
import { addSync } from './http/sync';

export type AppOptions = FrameOptions & { readonly context: ServerContext };

/** Puts the server together around a given database, city, clock and keys. Does not listen. */
export async function buildApp({ context, ...frame }: AppOptions): Promise<FastifyInstance> {
  const app = await buildFrame(frame);
  app.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/api/')) await context.refreshCity?.(context.db);
  });
  addSync(app, context);
  addAvailability(app, context);
  addHealth(app, context);
  await addStaffAccounts(app, context);
  addStaffBookings(app, context);
  addStaffCommands(app, context);
  addStaffSync(app, context);
  addStaffPlan(app, context);
  addStaffChanged(app, context);
  addStaffAudit(app, context);
  addCity(app, context);
  addStaffConfig(app, context);
  return app;
}
