import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const IMMUTABLE = 'public, max-age=31536000, immutable';
/**
 * One day: a browser asks for the icon at every page of the app, and each "not modified" would weigh as much
 * as the icon.
 */
const ICON = 'public, max-age=86400';

/** Serves the two built apps, with the .br and .gz files that the build wrote beside the originals. */
export async function addWebFiles(app: FastifyInstance, webRoot: string): Promise<void> {
  const apps = [webRoot, join(webRoot, 'petugas')];
  const hashedFiles = apps.map((app) => join(app, 'assets') + sep);
  const icons = apps.map((app) => join(app, 'icons') + sep);
  // The scope of the staff app's worker ends in the slash; without it the resident's worker would answer.
  app.get('/petugas', (_request, reply) => reply.redirect('/petugas/', 308));
  await app.register(fastifyStatic, {
    root: webRoot,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      // A name in such a folder carries its content's hash; browsers ask again each time for any other file.
      const isIn = (folders: readonly string[]) => folders.some((folder) => path.startsWith(folder));
      void response.setHeader(
        'cache-control',
        isIn(hashedFiles) ? IMMUTABLE : isIn(icons) ? ICON : 'no-cache',
      );
    },
  });
}
