import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packFiles } from '../../../src/build/pack-files';
import { writeMarkedPages } from '../../../src/server/practice/mark-pages';

const FILES = {
  'index.html':
    '<!doctype html><html lang="id"><head><title>MPP</title></head><body class="a"><p>Hai</p></body></html>',
  'manifest.webmanifest': '{"name":"MPP Mobile","short_name": "MPP"}',
  'assets/a.js': 'export {}',
};

function digest(algorithm: string, encoding: 'base64' | 'hex', content: string | Buffer): string {
  return createHash(algorithm).update(content).digest(encoding);
}

async function markedApp() {
  const built = await mkdtemp(join(tmpdir(), 'mpp-built-'));
  await mkdir(join(built, 'assets'));
  for (const [url, content] of Object.entries(FILES)) {
    await writeFile(join(built, url), content);
    await writeFile(join(built, `${url}.br`), 'compressed');
  }
  const entries = Object.entries(FILES).map(([url, content]) => ({
    url,
    revision: digest('md5', 'hex', content),
    size: content.length,
  }));
  const { manifest } = await packFiles(built, entries);
  await writeFile(join(built, 'service-worker.js'), `self.files = ${JSON.stringify(manifest)}`);
  await writeFile(join(built, 'service-worker.js.gz'), 'compressed');
  const marked = await mkdtemp(join(tmpdir(), 'mpp-marked-'));
  writeMarkedPages(built, marked);
  const read = (url: string) => readFile(join(marked, url), 'utf8');
  return { manifest, read };
}

it('leaves no compressed copy of what is changed', async () => {
  const { read } = await markedApp();
  expect(await read('assets/a.js.br')).toBe('compressed');
  for (const url of ['index.html.br', 'manifest.webmanifest.br', 'service-worker.js.gz']) {
    await expect(read(url)).rejects.toThrow('ENOENT');
  }
});

it('tells the worker the digest and revision of each marked file', async () => {
  const { manifest, read } = await markedApp();
  const list: typeof manifest = JSON.parse((await read('service-worker.js')).replace('self.files = ', ''));
  expect(await read('index.html')).toContain('<title>LATIHAN – MPP');
  expect(list.map(({ url }) => url)).toEqual(manifest.map(({ url }) => url));
  const kept = list.filter(({ isArchive }) => !isArchive);
  for (const { url, integrity, revision } of kept) {
    const content = await read(url);
    expect(integrity, url).toBe(`sha256-${digest('sha256', 'base64', content)}`);
    expect(revision, url).toBe(digest('md5', 'hex', content));
  }
  const packed = kept.filter(({ bytes }) => bytes !== undefined).map(({ url }) => url);
  expect(packed).toEqual(['assets/a.js']);
});
