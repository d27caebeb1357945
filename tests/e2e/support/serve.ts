import { test as base } from '@playwright/test';
import { type RunningServer, startServer } from '../../support/start-server';

/** A test with the built product running for its worker: `server.url`, stopped at the end. */
export const test = base.extend<{ freshServer: RunningServer }, { server: RunningServer }>({
  server: [
    async ({ browserName: _browserName }, provide) => {
      const server = await startServer();
      await provide(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  /** One of its own for a test that makes the first admin: its printed link opens once. */
  freshServer: async ({ browserName: _browserName }, provide) => {
    const server = await startServer();
    await provide(server);
    await server.stop();
  },
});
