import { defineConfig } from '@lingui/cli';

/** Ids are written by hand, so the PO file needs no marks to tell them from hashed ones. */
const formatOptions = { explicitIdAsDefault: true, origins: false };

/**
 * The catalogues of words: PO files per language. The first has every word; the others have those of the resident app,
 * all of them and no other, or the build stops. A new language is one more entry here.
 */
export default defineConfig({
  sourceLocale: 'id',
  locales: ['id', 'jv', 'en'],
  catalogs: [{ path: 'src/web/copy/{locale}', include: ['src/web'] }],
  format: 'po',
  formatOptions,
});
