import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figure';

const KILOBYTE = 1000;
const ARCHIVE = /\.pack$/;
const PAGE = /\.html$/;

/**
 * Measures everything the service worker keeps, as sent (brotli): as it comes to a first visit, in the archive
 * with the pages beside it, and file by file.
 */
export function measurePrecache(webRoot: string): Figure[] {
  const worker = readFileSync(join(webRoot, 'service-worker.js'), 'utf8');
  const files = readdirSync(webRoot, { recursive: true, encoding: 'utf8' });
  const listed = files.filter((file) => worker.includes(`"${file}"`));
  const kept = listed.filter((file) => !ARCHIVE.test(file));
  const sent = (wanted: readonly string[]) =>
    wanted.reduce((sum, file) => {
      const packed = files.includes(`${file}.br`) ? `${file}.br` : file;
      return sum + statSync(join(webRoot, packed)).size;
    }, 0) / KILOBYTE;
  const asArchive = listed.filter((file) => ARCHIVE.test(file) || PAGE.test(file));
  return [
    { name: `Precache, ${kept.length} files`, value: sent(asArchive), unit: 'KB', target: { atMost: 317 } },
    { name: '  file by file', value: sent(kept), unit: 'KB' },
  ];
}
