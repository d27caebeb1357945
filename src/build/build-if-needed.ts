import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stamp = join(root, 'dist/.stamp');
const SOURCES = ['src', 'public', 'package-lock.json', 'vite.config.ts', 'lingui.config.ts'];
/** The build itself writes this folder, so it must not make the next start build again. */
const WRITTEN_BY_BUILD = join(root, 'src/web/copy/compiled');

/**
 * Returns the newest change (ms since 1970) of a file or of anything in a folder; 0 when it does not exist.
 */
function readNewestChange(path: string): number {
  // Docs are read where they stand.
  if (path === WRITTEN_BY_BUILD || path.endsWith('.md') || !existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  // The folder's own time counts too: nothing else shows that a file was removed.
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => readNewestChange(join(path, name))));
}

const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
if (Math.max(...SOURCES.map((name) => readNewestChange(join(root, name)))) > builtAt) {
  console.log('Building the app. This happens once; later starts use what is built.');
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  writeFileSync(stamp, '');
}
