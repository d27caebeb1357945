import type { KeptFile } from './kept-file';
import { splitArchive } from './split-archive';

/** A download that brings nothing for so long has broken off without a word. */
const STALL_MS = 30_000;

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json; charset=utf-8',
};

type Packed = KeptFile & { readonly bytes: number };

/** Returns the address under which a file is kept. */
type KeyOf = (file: KeptFile) => string;

/**
 * Puts the files that the cache lacks into it, out of one download. Each is put as soon as it is whole and has
 * its digest, so that what was read before a connection breaks off needs no second download. Does nothing
 * where fetching the lacking files by themselves carries fewer bytes, as after a small update.
 * @throws when the archive cannot be read to its end; what lacks then must be fetched by itself
 */
export async function fillCache(cache: Cache, files: readonly KeptFile[], keyOf: KeyOf): Promise<void> {
  const archive = files.find(({ isArchive }) => isArchive);
  const packed = files.filter((file): file is Packed => file.bytes !== undefined);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const isLacking = (file: KeptFile) => !kept.has(keyOf(file));
  if (archive === undefined || sumOf(packed.filter(isLacking)) * 2 < sumOf(packed)) return;
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), STALL_MS);
  try {
    // Of no use once it is split: kept in the browser's own cache it would take its place twice.
    const response = await fetch(archive.url, { cache: 'no-store', signal: stop.signal });
    if (!response.ok || response.body === null) throw new Error(`No archive: ${response.status}`);
    let next = 0;
    for await (const bytes of splitArchive(
      response.body,
      packed.map((file) => file.bytes),
    )) {
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), STALL_MS);
      const file = packed[next];
      next += 1;
      if (file === undefined || !isLacking(file)) continue;
      if ((await digest(bytes)) !== file.integrity) throw new Error(`Damaged in the archive: ${file.url}`);
      const type = TYPES[file.url.slice(file.url.lastIndexOf('.') + 1)];
      if (type === undefined) throw new Error(`Of no known type: ${file.url}`);
      await cache.put(keyOf(file), new Response(bytes, { headers: { 'content-type': type } }));
    }
  } finally {
    clearTimeout(timer);
  }
}

function sumOf(files: readonly Packed[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256-${btoa(String.fromCharCode(...hash))}`;
}
