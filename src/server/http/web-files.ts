import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Serves the built app, with the .br and .gz files that the build wrote beside it. */
export async function addWebFiles(app: FastifyInstance, webRoot: string): Promise<void> {
  const hashedFiles = join(webRoot, 'assets') + sep;
  await app.register(fastifyStatic, {
    root: webRoot,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      // A name in assets/ carries its content's hash; anything else is asked for again each time.
      void response.setHeader('cache-control', path.startsWith(hashedFiles) ? IMMUTABLE : 'no-cache');
    },
  });
}
