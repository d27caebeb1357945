import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type RunningServer, startServer } from '../../support/start-server';

/**
 * The resident's app as it was built on 29 November 2026 (61dbf28): the paths of its files and their texts. It
 * stands for the phones that have not been opened since.
 */
const OLDER_APP = 'tests/e2e/older-app/app-of-2026-11-29.json.br';

export type OlderApp = RunningServer & {
  /** Serves today's app at the same address from now on. */
  readonly update: () => Promise<void>;
};

/** Starts today's server with the older app's files. */
export async function serveOlderApp(): Promise<OlderApp> {
  const folder = await mkdtemp(join(tmpdir(), 'mpp-older-'));
  const web = join(folder, 'dist/web');
  const files: Record<string, string> = JSON.parse(
    brotliDecompressSync(await readFile(OLDER_APP)).toString('utf8'),
  );
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(web, path)), { recursive: true });
    await writeFile(join(web, path), text);
  }
  // The icons are still the same.
  await cp(resolve('dist/web/icons'), join(web, 'icons'), { recursive: true });
  const server = await startServer({}, folder);
  return {
    ...server,
    update: () =>
      server.whileStopped(async () => {
        await rm(web, { recursive: true });
        await cp(resolve('dist/web'), web, { recursive: true });
      }),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
