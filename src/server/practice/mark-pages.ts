import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Said on every screen and every sheet of paper of the practice city. */
const PRACTICE_WORDS = 'LATIHAN – bukan data sungguhan';

/** A landmark of its own, so that a screen reader finds it and nothing of the page stands outside of one. */
const BANNER = `<aside class="practice-mark" data-print="always" aria-label="Latihan">${PRACTICE_WORDS}</aside>`;

const STYLE = [
  '.practice-mark{position:sticky;inset-block-start:0;z-index:1000;margin:0;padding:.25rem .75rem;',
  'background:#ffd43b;color:#1a1a1a;border-block-end:3px dashed #1a1a1a;',
  'font:700 1.125rem/1.4 system-ui,sans-serif;text-align:center}',
  // What has the focus, and what stays while the rest scrolls, stand below it.
  '[data-practice]{scroll-padding-block-start:4rem}',
  '[data-practice] .file{inset-block-start:3rem;max-block-size:calc(100vh - 4rem)}',
  // A dialog covers the page; its own edge then says where one is.
  '[data-practice] dialog[open]::before{content:"LATIHAN";display:block;padding:.25rem;',
  'background:#ffd43b;color:#1a1a1a;font:700 1.125rem/1.4 system-ui,sans-serif;text-align:center}',
  // Fixed, Chromium and Firefox draw it on each page of paper; the padding keeps the first line free.
  '@media print{.practice-mark{position:fixed;inset-inline:0;background:#fff;border:2px solid #000}',
  '[data-practice] body{padding-block-start:3rem}}',
].join('');

/**
 * Marks one page: `data-practice` on the root, a banner outside of what the app draws, LATIHAN before its title. Throws
 * for a page that has no place for one of them: practice is not served unmarked.
 */
function markPage(html: string): string {
  const places = ['<html ', '<title>', '</head>', '<body'];
  const missing = places.filter((place) => !html.includes(place));
  if (missing.length > 0)
    throw new Error(`practice: a page cannot be marked, it has no ${missing.join(', ')}`);
  return html
    .replace('<html ', '<html data-practice ')
    .replace('<title>', '<title>LATIHAN – ')
    .replace('</head>', () => `<style>${STYLE}</style></head>`)
    .replace(/<body[^>]*>/, (body) => `${body}${BANNER}`);
}

/**
 * Writes the built apps into a folder of the practice city's own, with every page and manifest marked. It is served in
 * place of the built one, so that nothing unmarked can be reached: pages have no compressed copy there, the policy's
 * hashes are those of the marked pages, and a phone's worker keeps what this server answers.
 */
export function writeMarkedPages(webRoot: string, markedRoot: string): void {
  rmSync(markedRoot, { recursive: true, force: true });
  cpSync(webRoot, markedRoot, {
    recursive: true,
    filter: (path) => !/\.(html|webmanifest)\.(br|gz)$/.test(path),
  });
  for (const name of readdirSync(markedRoot, { recursive: true, encoding: 'utf8' })) {
    const path = join(markedRoot, name);
    if (name.endsWith('.html')) writeFileSync(path, markPage(readFileSync(path, 'utf8')));
    if (name.endsWith('.webmanifest')) writeFileSync(path, markManifest(readFileSync(path, 'utf8')));
  }
}

/** Installed, it stands beside the real app on the same phone. */
function markManifest(text: string): string {
  return text
    .replace(/"name":\s*"/, (start) => `${start}LATIHAN `)
    .replace(/"short_name":\s*"/, (start) => `${start}LATIHAN `);
}
