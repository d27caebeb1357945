import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { compressFolder } from '../../../src/build/compress';

it('writes .br and .gz beside text, which unpack to the same bytes, and leaves pictures alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'compress-'));
  const text = 'kunjungan '.repeat(500);
  await writeFile(join(folder, 'main.js'), text);
  await writeFile(join(folder, 'icon.png'), text);
  expect(await compressFolder(folder)).toBe(1);
  expect((await readdir(folder)).sort()).toEqual(['icon.png', 'main.js', 'main.js.br', 'main.js.gz']);
  expect(brotliDecompressSync(await readFile(join(folder, 'main.js.br'))).toString()).toBe(text);
  expect(gunzipSync(await readFile(join(folder, 'main.js.gz'))).toString()).toBe(text);
});
