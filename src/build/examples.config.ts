import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** Serves the examples of src/web/ui to developers and tests. Whatever it builds stays out of `dist`. */
export default defineConfig({
  root: fromRoot('src/build/examples'),
  publicDir: false,
  // The two apps run beside it and keep other packages in their caches.
  cacheDir: fromRoot('node_modules/.cache/vite-examples'),
  plugins: [
    react(),
    {
      name: 'watch-new-examples',
      // Vite watches only its root, and a newly added component is outside it.
      configureServer: ({ watcher }) => void watcher.add(fromRoot('src/web/ui')),
    },
  ],
  build: {
    outDir: fromRoot('test-results/examples'),
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    rollupOptions: {
      input: [fromRoot('src/build/examples/index.html'), fromRoot('src/build/examples/frame.html')],
    },
  },
  server: { port: 5175, strictPort: true },
});
