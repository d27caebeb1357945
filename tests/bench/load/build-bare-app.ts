import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { LOWEST_BROWSERS } from '../../../src/build/browsers';
import { compressFolder } from '../../../src/build/compress';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Builds the bare app of `bare-app`, for the same browsers and with the same build of the router as the
 * product, into `dist/web` of a new folder, and returns the folder: the product's server serves it from there
 * as it serves the product.
 */
export async function buildBareApp(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mpp-bare-'));
  const outDir = join(folder, 'dist/web');
  await build({
    configFile: false,
    root: fileURLToPath(new URL('../bare-app', import.meta.url)),
    logLevel: 'warn',
    plugins: [react()],
    resolve: {
      alias: [
        {
          find: /^react-router$/,
          replacement: join(ROOT, 'node_modules', 'react-router', 'dist/production/index.mjs'),
        },
      ],
    },
    build: { outDir, emptyOutDir: true, target: LOWEST_BROWSERS, modulePreload: { polyfill: false } },
  });
  // The server answers every address that is no file with this page.
  await cp(join(outDir, 'index.html'), join(outDir, 'app.html'));
  await mkdir(join(outDir, 'petugas'));
  await compressFolder(outDir);
  return folder;
}
