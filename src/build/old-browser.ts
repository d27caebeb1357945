import type { Plugin } from 'vite';

const STYLES_PLACE = '<!--old-browser-styles-->';
const NOTICE_PLACE = '<!--old-browser-->';

/** Browsers from before 2021 know no aspect-ratio: they show the notice, without any code of the app. */
const STYLES = `<style>
      body {
        display: flex;
        flex-direction: column;
      }
      .old-browser {
        order: -1;
      }
      @supports (aspect-ratio: 1/1) {
        body {
          display: block;
        }
        .old-browser {
          display: none;
        }
      }
    </style>`;

const CALL = '/api/minta-ditelepon';

const WORDS = {
  resident: {
    old: `<b>Peramban di HP ini terlalu lama.</b> Perbarui Chrome di HP Anda, atau pakai HP lain. Perlu sekarang? <a href="${CALL}">Telepon kami atau minta ditelepon</a>`,
    after: ` Atau <a href="${CALL}">minta ditelepon</a>.`,
  },
  staff: {
    old: '<b>Peramban ini terlalu lama.</b> Perbarui Chrome di HP atau komputer ini, lalu buka lagi.',
    after: '',
  },
} as const;

/**
 * Returns a page with what it says in a browser that is too old for the app, or that runs no code, at the two
 * places that name it. Throws where a page lacks one of them.
 */
export function withOldBrowserNotice(html: string, app: keyof typeof WORDS): string {
  const { old, after } = WORDS[app];
  const notice = `<div class="old-browser" role="note">
      <p>${old}</p>
    </div>
    <noscript><p>Aplikasi ini membutuhkan JavaScript. Nyalakan JavaScript di peramban Anda, lalu buka ulang.${after}</p></noscript>`;
  for (const place of [STYLES_PLACE, NOTICE_PLACE]) {
    if (!html.includes(place)) throw new Error(`The page has no place ${place}`);
  }
  return html.replace(STYLES_PLACE, () => STYLES).replace(NOTICE_PLACE, () => notice);
}

/** Puts the notice into every page of an app, before anything else reads the page. */
export function oldBrowserNotice(app: keyof typeof WORDS): Plugin {
  return {
    name: 'old-browser-notice',
    transformIndexHtml: { order: 'pre', handler: (html) => withOldBrowserNotice(html, app) },
  };
}
