import { resolve } from 'node:path';
import { build } from 'vite';

/** Bundles the server as the product's build does, into a folder of the given name. Returns the path of its main file. */
export async function bundleServer(name: string): Promise<string> {
  // Inside node_modules, so that the packages it imports are found.
  const outDir = resolve('node_modules/.cache/faults', name);
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: 'src/server/main.ts', outDir, emptyOutDir: true, target: 'node20' },
  });
  return resolve(outDir, 'main.js');
}
