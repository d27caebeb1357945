import type { Plugin, Rollup } from 'vite';
import { LANGUAGE_KEY } from '../web/copy/language-choice';
import { FIRST_LOCALE } from '../web/copy/words';
import { MODE_KEY } from '../web/ui/theme/mode-choice';

const FIRST_WORDS = /\/copy\/compiled\/(\w+)\.resident\.ts$/;
const PRELOAD =
  "function preload(href){document.head.append(Object.assign(document.createElement('link'),{rel:'modulepreload',crossOrigin:'',href}))}";
/** Sets the sizes of the simple mode before anything is painted in those of the other modes. */
const SHOW_MODE = `try{if(localStorage.getItem('${MODE_KEY}')==='simple')document.documentElement.dataset.mode='simple'}catch(e){}`;
const HOME_PLACE = '<!--home-->';
const STYLESHEET = /<link rel="stylesheet"[^>]* href="\/([^"]+)">/g;
const MODULE_SCRIPT = /\s*<script type="module"[^>]* src="(\/[^"]+)"><\/script>/g;

/**
 * Finishes the two pages. index.html gets the rendered home page with its styles inline, and fetches the code
 * only after the page is painted. app.html, empty until code renders it, preloads the copy. This happens
 * before the list of files to keep offline is made, so that the list has the digests of the final pages.
 */
export function finishPages(home: string): Plugin {
  return {
    name: 'finish-pages',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const words = findWords(bundle);
        if (!html.includes(HOME_PLACE)) {
          const preload = `<script>${SHOW_MODE}${PRELOAD}preload(${pickWords(words)})</script>`;
          return html.replace('</head>', () => `  ${preload}\n  </head>`);
        }
        const scripts = Array.from(html.matchAll(MODULE_SCRIPT), (match) => match[1] ?? '');
        const start = `<script>${startAfterPaint(words, scripts)}</script>`;
        return putStylesInside(html, bundle)
          .replace(MODULE_SCRIPT, '')
          .replace(HOME_PLACE, () => home)
          .replace('</body>', () => `  ${start}\n  </body>`);
      },
    },
  };
}

/**
 * Finds the addresses of the first page's copy by language; without this, the code asks for them only once it
 * runs.
 */
function findWords(bundle: Rollup.OutputBundle): Readonly<Record<string, string>> {
  const found = Object.values(bundle).flatMap((part) => {
    const locale = part.type === 'chunk' ? FIRST_WORDS.exec(part.facadeModuleId ?? '')?.[1] : undefined;
    return locale === undefined ? [] : [[locale, `/${part.fileName}`] as const];
  });
  const words = Object.fromEntries(found);
  if (!words[FIRST_LOCALE]) throw new Error('The copy of the first page is not among the built files');
  return words;
}

/**
 * Returns a JavaScript expression for the address of the copy in the language chosen on this phone, and no
 * other.
 */
function pickWords(words: Readonly<Record<string, string>>): string {
  const addresses = JSON.stringify(words);
  const kept = `(function(){try{return localStorage.getItem('${LANGUAGE_KEY}')}catch(e){}})()`;
  return `(function(w){return w[${kept}]||w.${FIRST_LOCALE}})(${addresses})`;
}

/** Puts the styles into the page, so that its first paint does not wait for a second response. */
function putStylesInside(html: string, bundle: Rollup.OutputBundle): string {
  return html.replace(STYLESHEET, (_link, name: string) => {
    const file = bundle[name];
    if (file?.type !== 'asset') throw new Error(`The page links ${name}, which was not built`);
    const css = typeof file.source === 'string' ? file.source : new TextDecoder().decode(file.source);
    return `<style>${css.trim()}</style>`;
  });
}

/**
 * Returns a script for the end of the page that fetches the code after the page is painted; otherwise both
 * would share a slow connection. A page in the background is painted late or never, so it does not wait.
 */
function startAfterPaint(words: Readonly<Record<string, string>>, scripts: readonly string[]): string {
  return [
    `${SHOW_MODE}${PRELOAD}function start(){`,
    `[${pickWords(words)},...${JSON.stringify(scripts)}].forEach(preload);`,
    `${JSON.stringify(scripts)}.reduce((before,src)=>before.then(()=>import(src)).then(()=>new Promise(r=>setTimeout(r))),Promise.resolve())`,
    '}',
    'document.hidden?start():requestAnimationFrame(()=>setTimeout(start))',
  ].join('');
}
