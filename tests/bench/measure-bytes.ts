import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Figure } from './figure';

const KILOBYTE = 1000;

/** Measures everything the service worker keeps, as sent (brotli). */
export function measurePrecache(webRoot: string): Figure {
  const worker = readFileSync(join(webRoot, 'service-worker.js'), 'utf8');
  const files = readdirSync(webRoot, { recursive: true, encoding: 'utf8' });
  const kept = files.filter((file) => worker.includes(`"${file}"`) || worker.includes(`url:"${file}"`));
  const sizes = kept.map((file) => {
    const path = join(webRoot, file);
    const isText = /\.(html|js|css|svg|json|webmanifest)$/.test(file);
    return isText ? brotliCompressSync(readFileSync(path)).length : statSync(path).size;
  });
  const value = sizes.reduce((sum, size) => sum + size, 0) / KILOBYTE;
  return {
    name: `Precache, ${kept.length} files`,
    value,
    unit: 'KB',
    target: { atMost: 600 },
  };
}
