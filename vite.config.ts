import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { ManifestOptions } from 'vite-plugin-pwa';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

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

// Tests run from the top of the repository, the app stands in a folder of its own.
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
        VitePWA({
          strategies: 'injectManifest',
          srcDir: '../../worker',
          filename: 'service-worker.ts',
          injectRegister: null,
          manifest: appManifest,
          manifestFilename: 'manifest.webmanifest',
          injectManifest: {
            globPatterns: ['**/*.{js,css,html,svg,webmanifest}', 'icons/icon-192.png'],
            globIgnores: ['screenshots/**', 'service-worker.js', 'petugas/**'],
            rollupFormat: 'iife',
          },
        }),
      ],
  resolve: isTest
    ? {}
    : {
        // The same code for today's browsers: fewer bytes than what the packages offer by their names.
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
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    // Everything stays a file of its own, as the content security policy allows no data in the page's text.
    assetsInlineLimit: 0,
    // Every browser that reads es2022 knows modulepreload.
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: [fromRoot('src/web/resident/index.html'), fromRoot('src/web/resident/app.html')],
      output: {
        codeSplitting: {
          groups: [
            // What the first page needs of others' code: it stays the same from one deploy to the next.
            { name: 'packages', tags: ['$initial'], test: /node_modules[\\/]|rolldown[\\/]runtime/ },
            // What the first page needs of our own, in one file for one round trip.
            { name: 'first', tags: ['$initial'] },
            // What every further page needs: the store, the sender, the city's lists. Not the schema of what a city edits,
            // which is fetched where there is something to read, and not the city's texts in other languages.
            {
              name: 'phone',
              test: /^(?!.*[\\/](contract[\\/]city-config\.|city[\\/](translate-city|metro[\\/]translations))).*(src[\\/](offline|contract|domain|city)[\\/]|node_modules[\\/](dexie|uuidv7|valibot)[\\/])/,
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
    // A component's test says `// @vitest-environment jsdom` in its first line; all others run in Node.
    environment: 'node',
    setupFiles: [fromRoot('tests/support/wait-long.ts')],
    pool: 'forks',
    // A core is not kept free for a watcher: of two that would be half of the machine.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Run in the order of their names: the longest file of all is among the faults, and starts first.
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
          // The server keeps nothing outside of what is handed to it, so that one process reads it once for many files.
          isolate: false,
          // Before Dexie, which looks for it when it is read; a file of phones may come after one without.
          setupFiles: ['fake-indexeddb/auto'],
        },
      },
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
    ],
  },
});
