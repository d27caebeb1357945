import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { compressFolder } from './compress';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Bundles files for Node, each under its name; packages stay outside and are read from node_modules. */
async function bundleForNode(entries: Record<string, string>, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic' } },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { input: entries, output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
    },
  });
}

/** The home page's HTML, drawn by the app's own code. */
async function renderHome(): Promise<string> {
  const folder = join(root, 'dist/prerender');
  await bundleForNode({ 'prerender-home': 'src/build/prerender-home.ts' }, folder);
  const module: { prerenderHome: () => Promise<string> } = await import(
    pathToFileURL(join(folder, 'prerender-home.js')).href
  );
  const html = await module.prerenderHome();
  await rm(folder, { recursive: true, force: true });
  if (!html.includes('<h1')) throw new Error('The home page was drawn without its heading');
  // The page's own head has the title; React takes that one over.
  return html.replace(/^<title>[^<]*<\/title>/, '');
}

await import('./compile-copy');
const home = await renderHome();
// It reads the app's words, and React with them: as for production only now that a build has said so.
const { finishPages } = await import('./finish-pages');
await build({
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'warn',
  plugins: [finishPages(home)],
});
// After the resident app, whose build empties the folder and lists what its phones keep: nothing of this.
await build({ configFile: join(root, 'src/build/staff-app.config.ts'), logLevel: 'warn' });
const compressed = await compressFolder(join(root, 'dist/web'));
console.log(`app: ${compressed} text files`);
if (existsSync(join(root, 'src/server/main.ts'))) {
  const entries = { main: 'src/server/main.ts', keys: 'src/server/start/keys-command.ts' };
  await bundleForNode(entries, join(root, 'dist/server'));
  console.log('server: dist/server/main.js');
}
await mkdir(join(root, 'dist'), { recursive: true });
await writeFile(join(root, 'dist/.stamp'), '');
