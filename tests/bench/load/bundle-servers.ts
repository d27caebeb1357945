import { resolve } from 'node:path';
import { build } from 'vite';

/** A load generator is one address, and one phone of the bench sends more than a person does. */
export const NO_LIMITS = {
  SYNCS_PER_DEVICE: '1000000',
  REQUESTS_PER_ADDRESS: '1000000',
  NEW_PHONES_PER_ADDRESS: '1000000',
  KNOWN_PHONES_PER_ADDRESS: '1000000',
};

/**
 * Bundles the servers as the product is bundled, inside node_modules, so that the packages they import are
 * found.
 */
export async function bundleServers(): Promise<{
  productMain: string;
  bareMain: string;
  deskMain: string;
}> {
  const outDir = resolve('node_modules/.cache/bench');
  const input = ['product-server', 'bare-server', 'desk-server'].map((name) => `tests/bench/load/${name}.ts`);
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { input },
    },
  });
  return {
    productMain: resolve(outDir, 'product-server.js'),
    bareMain: resolve(outDir, 'bare-server.js'),
    deskMain: resolve(outDir, 'desk-server.js'),
  };
}
