import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { compressFolder } from './compress';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Bundles each entry for Node under its key; packages are not bundled but read from node_modules. */
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

/** Returns the home page's HTML, rendered by the app's own code. */
async function renderHome(): Promise<string> {
  const folder = join(root, 'dist/prerender');
  await bundleForNode({ 'prerender-home': 'src/build/prerender-home.ts' }, folder);
  const module: { prerenderHome: () => Promise<string> } = await import(
    pathToFileURL(join(folder, 'prerender-home.js')).href
  );
  const html = await module.prerenderHome();
  await rm(folder, { recursive: true, force: true });
  if (!html.includes('<h1')) throw new Error('The rendered home page has no heading');
  // The page's own head has the title, which React takes over.
  return html.replace(/^<title>[^<]*<\/title>/, '');
}

await import('./compile-copy');
const home = await renderHome();
// Imported only now: it loads the app's copy and React with it, and only after a build has run are they in
// production mode.
const { finishPages } = await import('./finish-pages');
await build({
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'warn',
  plugins: [finishPages(home)],
});
// Built after the resident app, whose build empties the folder and lists the files that residents' phones
// keep offline; no file of the staff app belongs in that list.
await build({ configFile: join(root, 'src/build/staff-app.config.ts'), logLevel: 'warn' });
const compressed = await compressFolder(join(root, 'dist/web'));
console.log(`app: ${compressed} text files`);
if (existsSync(join(root, 'src/server/main.ts'))) {
  const entries = {
    main: 'src/server/main.ts',
    keys: 'src/server/start/keys-command.ts',
    backup: 'src/server/start/backup/backup-command.ts',
    restore: 'src/server/start/backup/restore-command.ts',
  };
  await bundleForNode(entries, join(root, 'dist/server'));
  console.log('server: dist/server/main.js');
}
await mkdir(join(root, 'dist'), { recursive: true });
await writeFile(join(root, 'dist/.stamp'), '');
