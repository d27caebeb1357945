import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The resident app's build goes here: root, plugins, build.

  test: {
    // A component's test says `// @vitest-environment jsdom` in its first line; all others run in Node.
    environment: 'node',
    include: ['tests/{unit,integration,architecture,faults}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
