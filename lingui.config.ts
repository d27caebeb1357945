import { defineConfig } from '@lingui/cli';

/** Ids are written by hand, so the PO file needs no marks to tell them from hashed ones. */
const formatOptions = { explicitIdAsDefault: true, origins: false };

/** The catalogues of words: one PO file per language. A new language is one more entry here. */
export default defineConfig({
  sourceLocale: 'id',
  locales: ['id'],
  catalogs: [{ path: 'src/web/copy/{locale}', include: ['src/web'] }],
  format: 'po',
  formatOptions,
});
