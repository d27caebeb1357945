import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

export const INLINE_SCRIPT = 'document.documentElement.dataset.early="1"';
export const ASSET_TEXT = `export const words = '${'kunjungan '.repeat(40)}';`;

/** Lays out a small built app as the build does. */
export async function makeWebRoot(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'mpp-web-'));
  await mkdir(join(root, 'assets'));
  await mkdir(join(root, 'petugas/assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), `<!doctype html><script>${INLINE_SCRIPT}</script><p>Beranda</p>`);
  await writeFile(
    join(root, 'app.html'),
    '<!doctype html><script type="module" src="/assets/a-1.js"></script>',
  );
  await writeFile(join(root, 'service-worker.js'), 'self.skip = 1;');
  await writeFile(join(root, 'assets/a-1.js'), ASSET_TEXT);
  await writeFile(join(root, 'assets/a-1.js.br'), brotliCompressSync(ASSET_TEXT));
  await mkdir(join(root, 'icons'));
  await writeFile(join(root, 'icons/favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(root, 'petugas/index.html'), '<!doctype html><p>Petugas</p>');
  await writeFile(join(root, 'petugas/assets/b-1.js'), ASSET_TEXT);
  return root;
}
