import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Shown on every screen and every printed sheet of the practice city. */
const PRACTICE_WORDS = 'LATIHAN – bukan data sungguhan';

/** A landmark of its own, so that screen readers find it and no content of the page is outside a landmark. */
const BANNER = `<aside class="practice-mark" data-print="always" aria-label="Latihan">${PRACTICE_WORDS}</aside>`;

const STYLE = [
  '.practice-mark{position:sticky;inset-block-start:0;z-index:1000;margin:0;padding:.25rem .75rem;',
  'background:#ffd43b;color:#1a1a1a;border-block-end:3px dashed #1a1a1a;',
  'font:700 1.125rem/1.4 system-ui,sans-serif;text-align:center}',
  // Keeps focused elements, and those that stay while the rest scrolls, below the banner. The apps' own rules carry
  // the specificity of their layers (build/browsers.ts), so these must be important.
  '[data-practice]{scroll-padding-block-start:4rem!important}',
  '[data-practice] .file{inset-block-start:3rem!important;max-block-size:calc(100vh - 4rem)!important}',
  // A dialog covers the page, so its own edge says that this is practice.
  '[data-practice] dialog[open]::before{content:"LATIHAN";display:block;padding:.25rem;',
  'background:#ffd43b;color:#1a1a1a;font:700 1.125rem/1.4 system-ui,sans-serif;text-align:center}',
  // Chromium and Firefox print a fixed element on every sheet; the padding keeps the first line free.
  '@media print{.practice-mark{position:fixed;inset-inline:0;background:#fff;border:2px solid #000}',
  '[data-practice] body{padding-block-start:3rem!important}}',
].join('');

/**
 * Marks one page: `data-practice` on the root, a banner outside what the app renders, and LATIHAN before its
 * title. Throws for a page that lacks the place for one of them, so that practice is never served unmarked.
 */
function markPage(html: string): string {
  const places = ['<html ', '<title>', '</head>', '<body'];
  const missing = places.filter((place) => !html.includes(place));
  if (missing.length > 0) throw new Error(`practice: a page without ${missing.join(', ')} cannot be marked`);
  return html
    .replace('<html ', '<html data-practice ')
    .replace('<title>', '<title>LATIHAN – ')
    .replace('</head>', () => `<style>${STYLE}</style></head>`)
    .replace(/<body[^>]*>/, (body) => `${body}${BANNER}`);
}

/** What the practice city changes: pages, manifests, and the workers that know the digests of both. */
const CHANGED = /(\.html|\.webmanifest|worker\.js)$/;

/**
 * Writes the built apps into the practice city's own folder, with every page and manifest marked. The
 * practice city serves this folder instead of the built one, so that nothing unmarked can be reached: marked
 * files have no compressed copy there, the policy's hashes are those of the marked pages, and a phone's
 * service worker keeps what this server answers.
 */
export function writeMarkedPages(webRoot: string, markedRoot: string): void {
  rmSync(markedRoot, { recursive: true, force: true });
  cpSync(webRoot, markedRoot, {
    recursive: true,
    filter: (path) => !CHANGED.test(path.replace(/\.(br|gz)$/, '')) || CHANGED.test(path),
  });
  const digests = new Map<string, string>();
  const paths = readdirSync(markedRoot, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(markedRoot, name),
  );
  for (const path of paths) {
    const mark = path.endsWith('.html') ? markPage : path.endsWith('.webmanifest') ? markManifest : undefined;
    if (mark === undefined) continue;
    const built = readFileSync(path, 'utf8');
    const marked = mark(built);
    writeFileSync(path, marked);
    for (const digest of [integrityOf, revisionOf]) digests.set(digest(built), digest(marked));
  }
  for (const path of paths.filter((each) => each.endsWith('worker.js'))) {
    let script = readFileSync(path, 'utf8');
    for (const [built, marked] of digests) script = script.replaceAll(built, marked);
    writeFileSync(path, script);
  }
}

/** As the build writes it into a worker's list of files (`build/pack-files.ts`). */
function integrityOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** As Workbox writes it into that list. */
function revisionOf(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/** An installed practice app appears beside the real app on the same phone. */
function markManifest(text: string): string {
  return text
    .replace(/"name":\s*"/, (start) => `${start}LATIHAN `)
    .replace(/"short_name":\s*"/, (start) => `${start}LATIHAN `);
}
