import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptFile } from '../worker/kept-file';

/**
 * Fetched by themselves: the headers that the server gives a page are part of it, and a practice city marks its
 * pages and manifests (`server/practice/mark-pages.ts`).
 */
const UNPACKED = /\.(html|webmanifest)$/;
const HASH_LENGTH = 8;

/** An entry of the list that Workbox makes of the built files. */
type Entry = { url: string; revision: string | null; size: number };

/**
 * Writes the files that a worker keeps into one archive in `folder`, one after the other, and returns the
 * list with each file's digest, the bytes it has in the archive, and the archive itself.
 */
export async function packFiles(
  folder: string,
  entries: readonly Entry[],
): Promise<{ manifest: (Entry & KeptFile)[] }> {
  const read = await Promise.all(
    entries.map(async (entry) => ({ entry, content: await readFile(join(folder, entry.url)) })),
  );
  const files = read.map(({ entry, content }) => ({
    ...entry,
    integrity: `sha256-${createHash('sha256').update(content).digest('base64')}`,
    ...(UNPACKED.test(entry.url) ? {} : { bytes: content.length }),
  }));
  const content = Buffer.concat(
    read.filter(({ entry }) => !UNPACKED.test(entry.url)).map((file) => file.content),
  );
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, HASH_LENGTH);
  const url = `assets/kept-${hash}.pack`;
  await writeFile(join(folder, url), content);
  return { manifest: [...files, { url, revision: null, size: 0, isArchive: true }] };
}
