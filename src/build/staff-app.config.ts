import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { ManifestOptions } from 'vite-plugin-pwa';
import { VitePWA } from 'vite-plugin-pwa';
import { LOWEST_BROWSERS, WITHOUT_LAYERS } from './browsers.ts';
import { oldBrowserNotice } from './old-browser.ts';
import { packFiles } from './pack-files.ts';

/** The staff app can be installed beside the resident app on one phone, with its own name and icon. */
const staffManifest: Partial<ManifestOptions> = {
  id: '/petugas/',
  name: 'MPP Mobile Petugas',
  short_name: 'MPP Petugas',
  description: 'Lembar tugas dan meja kerja petugas MPP Mobile Kota Metro.',
  lang: 'id',
  dir: 'ltr',
  start_url: '/petugas/',
  scope: '/petugas/',
  display: 'standalone',
  background_color: '#fbf8f1',
  theme_color: '#17211e',
  categories: ['government'],
  icons: [
    { src: '/petugas/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/petugas/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/petugas/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
};

function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** Builds the staff app into its own folder: it shares no file with the resident app. */
export default defineConfig({
  root: fromRoot('src/web/staff'),
  base: '/petugas/',
  plugins: [
    react(),
    oldBrowserNotice('staff'),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: '../../worker',
      filename: 'staff-service-worker.ts',
      injectRegister: null,
      manifest: staffManifest,
      manifestFilename: 'manifest.webmanifest',
      // The browser itself fetches the icons of an app that is installed.
      includeManifestIcons: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,webmanifest}', 'icons/icon-192.png'],
        globIgnores: ['staff-service-worker.js'],
        rollupFormat: 'iife',
        manifestTransforms: [(entries) => packFiles(fromRoot('dist/web/petugas'), entries)],
      },
    }),
  ],
  resolve: {
    alias: [
      // Only the staff app's own copy.
      {
        find: /^\.\/compiled\/catalogues$/,
        replacement: fromRoot('src/web/copy/compiled/catalogues.staff'),
      },
      // The packages' builds for current browsers: the same code in fewer bytes than their default entry
      // points.
      { find: /^dexie$/, replacement: fromRoot('node_modules/dexie/dist/modern/dexie.min.mjs') },
      {
        find: /^react-router$/,
        replacement: fromRoot('node_modules/react-router/dist/production/index.mjs'),
      },
    ],
  },
  css: WITHOUT_LAYERS,
  build: {
    outDir: fromRoot('dist/web/petugas'),
    emptyOutDir: true,
    target: LOWEST_BROWSERS,
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    rollupOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'packages',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|react-router-dom|@lingui)[\\/]/,
            },
          ],
        },
      },
    },
  },
  server: { port: 5174, strictPort: true, proxy: { '/api': 'http://localhost:8080' } },
});
