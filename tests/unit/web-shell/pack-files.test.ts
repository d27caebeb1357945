import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packFiles } from '../../../src/build/pack-files';
import { splitArchive } from '../../../src/worker/split-archive';

const CONTENTS = {
  'assets/a.js': 'kunjungan',
  'index.html': '<p>rumah',
  'app.webmanifest': '{}',
  'assets/e.css': '',
  'i.svg': '<svg/>',
};

async function packFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'pack-'));
  await mkdir(join(folder, 'assets'));
  const names = Object.entries(CONTENTS);
  for (const [url, content] of names) await writeFile(join(folder, url), content);
  const entries = names.map(([url, content]) => ({ url, revision: null, size: content.length }));
  return { folder, ...(await packFiles(folder, entries)) };
}

/** A stream that brings `content` in chunks of that many bytes. */
function streamOf(content: Uint8Array, chunkBytes: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= content.length) controller.close();
      else controller.enqueue(content.subarray(at, at + chunkBytes));
      at += chunkBytes;
    },
  });
}

async function split(content: Uint8Array, sizes: readonly number[], chunkBytes: number): Promise<string[]> {
  const files: string[] = [];
  for await (const file of splitArchive(streamOf(content, chunkBytes), sizes))
    files.push(Buffer.from(file).toString());
  return files;
}

it('packs all but pages and manifests, with the digest and length that each file has', async () => {
  const { folder, manifest } = await packFolder();
  const archive = manifest.find(({ isArchive }) => isArchive);
  expect(manifest.filter(({ bytes }) => bytes !== undefined).map(({ url, bytes }) => [url, bytes])).toEqual([
    ['assets/a.js', 9],
    ['assets/e.css', 0],
    ['i.svg', 6],
  ]);
  expect(await readFile(join(folder, archive?.url ?? ''), 'utf8')).toBe('kunjungan<svg/>');
  for (const { url, integrity } of manifest.filter(({ isArchive }) => !isArchive)) {
    const digest = createHash('sha256')
      .update(await readFile(join(folder, url)))
      .digest('base64');
    expect(integrity).toBe(`sha256-${digest}`);
  }
});

it('gives an archive of other content another name', async () => {
  const { folder, manifest } = await packFolder();
  const entries = manifest.filter(({ isArchive }) => !isArchive);
  await writeFile(join(folder, 'i.svg'), '<svg></svg>');
  const next = await packFiles(folder, entries);
  expect(next.manifest.at(-1)?.url).not.toBe(manifest.at(-1)?.url);
});

it.each([1, 2, 7, 100])('splits an archive that comes in chunks of %i bytes', async (chunkBytes) => {
  const content = Buffer.from('kunjungan<svg/>');
  expect(await split(content, [9, 0, 6], chunkBytes)).toEqual(['kunjungan', '', '<svg/>']);
});

it.each([
  ['ends too early', 'kunjungan<sv'],
  ['ends before its first file', ''],
  ['goes on too long', 'kunjungan<svg/>!'],
])('refuses an archive that %s', async (_what, content) => {
  await expect(split(Buffer.from(content), [9, 6], 5)).rejects.toThrow('The archive');
});

it('hands over what came whole before a stream breaks off, and then throws', async () => {
  const got: number[] = [];
  let isFirst = true;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isFirst) controller.enqueue(Buffer.from('kunjungan<sv'));
      else controller.error(new TypeError('network'));
      isFirst = false;
    },
  });
  const readAll = async () => {
    for await (const file of splitArchive(stream, [9, 6])) got.push(file.length);
  };
  await expect(readAll()).rejects.toThrow('network');
  expect(got).toEqual([9]);
});
