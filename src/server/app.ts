import type { FastifyInstance } from 'fastify';
import type { ServerContext } from './db/context';
import { addAvailability } from './http/availability';
import { buildFrame, type FrameOptions } from './http/build-frame';
import { addHealth } from './http/health';
import { addSync } from './http/sync';

export type AppOptions = FrameOptions & { readonly context: ServerContext };

/** Puts the server together around a given database, city, clock and keys. Does not listen. */
export async function buildApp({ context, ...frame }: AppOptions): Promise<FastifyInstance> {
  const app = await buildFrame(frame);
  addSync(app, context);
  addAvailability(app, context);
  addHealth(app, context);
  return app;
}
