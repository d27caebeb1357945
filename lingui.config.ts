import { defineConfig } from '@lingui/cli';

/** Ids are written by hand, so the PO file needs no marks to tell them from generated ones. */
const formatOptions = { explicitIdAsDefault: true, origins: false };

/**
 * The PO files of each language. The first language has every message; the others have exactly those of the
 * resident app, or the build stops. A new language is one more entry here.
 */
export default defineConfig({
  sourceLocale: 'id',
  locales: ['id', 'jv', 'en'],
  catalogs: [{ path: 'src/web/copy/{locale}', include: ['src/web'] }],
  format: 'po',
  formatOptions,
});
