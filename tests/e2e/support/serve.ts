import { test as base } from '@playwright/test';
import { type RunningServer, startServer } from '../../support/start-server';

/** A test with the built product running for its Playwright worker: `server.url`, stopped at the end. */
export const test = base.extend<{ freshServer: RunningServer }, { server: RunningServer }>({
  server: [
    async ({ browserName: _browserName }, provide) => {
      const server = await startServer();
      await provide(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  /** A separate server for a test that makes the first admin: the printed link opens once. */
  freshServer: async ({ browserName: _browserName }, provide) => {
    const server = await startServer();
    await provide(server);
    await server.stop();
  },
});
