import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { ManifestOptions } from 'vite-plugin-pwa';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { LOWEST_BROWSERS, WITHOUT_LAYERS } from './src/build/browsers.ts';
import { oldBrowserNotice } from './src/build/old-browser.ts';
import { packFiles } from './src/build/pack-files.ts';

const calendarIcon = [{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }];

/** What a phone needs to install the app (W3C Web Application Manifest). */
const appManifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'MPP Mobile Kota Metro',
  short_name: 'MPP Mobile',
  description: 'Ajukan kunjungan layanan publik ke rumah di Kota Metro, dengan atau tanpa sinyal.',
  lang: 'id',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#fbf8f1',
  theme_color: '#0b4f4a',
  categories: ['government'],
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  screenshots: [
    { src: '/screenshots/beranda.png', sizes: '720x1280', type: 'image/png', form_factor: 'narrow' },
  ],
  shortcuts: [
    { name: 'Ajukan kunjungan', url: '/ajukan', icons: calendarIcon },
    { name: 'Kunjungan saya', url: '/kunjungan', icons: calendarIcon },
  ],
};

// Tests run from the top of the repository; the app has its own folder.
const isTest = process.env.VITEST !== undefined;

function fromRoot(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

export default defineConfig({
  root: isTest ? '.' : 'src/web/resident',
  publicDir: isTest ? false : '../../../public',
  plugins: isTest
    ? []
    : [
        react(),
        oldBrowserNotice('resident'),
        VitePWA({
          strategies: 'injectManifest',
          srcDir: '../../worker',
          filename: 'service-worker.ts',
          injectRegister: null,
          manifest: appManifest,
          manifestFilename: 'manifest.webmanifest',
          // The browser itself fetches the icons of an app that is installed.
          includeManifestIcons: false,
          injectManifest: {
            globPatterns: ['**/*.{js,css,html,svg,webmanifest}', 'icons/icon-192.png'],
            globIgnores: ['screenshots/**', 'service-worker.js', 'petugas/**'],
            rollupFormat: 'iife',
            manifestTransforms: [(entries) => packFiles(fromRoot('dist/web'), entries)],
          },
        }),
      ],
  resolve: isTest
    ? {}
    : {
        // The packages' builds for current browsers: the same code in fewer bytes than their default entry
        // points.
        alias: [
          {
            find: /^\.\/compiled\/catalogues$/,
            replacement: fromRoot('src/web/copy/compiled/catalogues.resident'),
          },
          { find: /^dexie$/, replacement: fromRoot('node_modules/dexie/dist/modern/dexie.min.mjs') },
          {
            find: /^react-router$/,
            replacement: fromRoot('node_modules/react-router/dist/production/index.mjs'),
          },
        ],
      },
  css: WITHOUT_LAYERS,
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    target: LOWEST_BROWSERS,
    reportCompressedSize: false,
    // Every asset stays a separate file, since the content security policy forbids data URLs in the page.
    assetsInlineLimit: 0,
    // Chromium, which these apps are for, has modulepreload for long; others fetch the same files a little later.
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: [fromRoot('src/web/resident/index.html'), fromRoot('src/web/resident/app.html')],
      output: {
        codeSplitting: {
          groups: [
            // What draws is started before all else, in a task of its own (`draw-first.ts`).
            {
              name: 'drawing',
              tags: ['$initial'],
              test: /node_modules[\\/](react|react-dom|scheduler)[\\/]|rolldown[\\/]runtime|[\\/]draw-first[.]ts/,
            },
            // The packages that the first page needs: they stay the same from one deployment to the next.
            { name: 'packages', tags: ['$initial'], test: /node_modules[\\/]/ },
            // Our own code that the first page needs, in one file for one round trip.
            { name: 'first', tags: ['$initial'] },
            // What every further page needs: the store, the sender, the city's lists. Excluded are the schema
            // of what a city edits, which is fetched only where there is something to check, and the city's
            // texts in other languages.
            {
              name: 'phone',
              test: /^(?!.*[\\/](contract[\\/]city-config\.|city[\\/](translate-city|metro[\\/](translations|boundaries)))).*(src[\\/](offline|contract|domain|city)[\\/]|node_modules[\\/](dexie|uuidv7|valibot)[\\/])/,
            },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/api': 'http://localhost:8080', '/petugas': 'http://localhost:5174' },
  },

  test: {
    // A component's test begins with the line `// @vitest-environment jsdom`; all others run in Node.
    environment: 'node',
    setupFiles: [fromRoot('tests/support/wait-long.ts')],
    pool: 'forks',
    // No core is kept free for a watcher: of two cores that would be half of the machine.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Vitest runs the projects in order of name: the longest file of all is among the faults, and so starts
    // first.
    projects: [
      {
        extends: true,
        test: { name: 'faults', include: ['tests/{architecture,faults}/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: [fromRoot('tests/support/share-postgres.ts')],
          // The server keeps no state outside what it is given, so one process loads it once for many files.
          isolate: false,
          // Must load before Dexie, which looks for IndexedDB at import; a phone's test file may come after
          // one without it.
          setupFiles: ['fake-indexeddb/auto', fromRoot('tests/support/note-statements.ts')],
        },
      },
      {
        extends: true,
        test: {
          name: 'plans',
          include: ['tests/plans/**/*.test.ts'],
          globalSetup: [fromRoot('tests/support/share-postgres.ts')],
          // After the integration tests, whose statements it reads.
          sequence: { groupOrder: 1 },
        },
      },
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
    ],
  },
});
