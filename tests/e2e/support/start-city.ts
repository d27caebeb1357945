import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { StaffRole } from '../../../src/domain/staff/role';
import { buildApp } from '../../../src/server/app';
import { startDatabases } from '../../support/databases';
import { signInAs } from '../../support/staff';
import { testServer } from '../../support/test-server';

/** Starts the product over its real database, with a clock that the test sets. */
export async function startCity() {
  const databases = startDatabases('sqlite');
  const server = await testServer(await (await databases.create()).open());
  const app = await buildApp({
    context: server.context,
    rateLimits: { syncsPerDevice: 1_000, requestsPerAddress: 10_000 },
    webRoot: resolve('dist/web'),
  });
  await app.listen({ port: 0, host: 'localhost' });
  const { port } = app.server.address() as AddressInfo;
  const url = `http://localhost:${port}`;
  /** Signs a member in without a password. */
  const enter = async (context: BrowserContext, role: StaffRole, unit: string) => {
    const member = await signInAs(server.context, role, { name: `Contoh ${role}`, unit });
    const [name = '', value = ''] = member.headers.cookie.split('=');
    const safety = { secure: true, httpOnly: true, sameSite: 'Strict' as const };
    await context.addCookies([{ name, value, domain: 'localhost', path: '/', ...safety }]);
  };
  return {
    server,
    app,
    url,
    enter,
    /** Reads the unit that serves the first booking. */
    readUnit: async () => {
      const first = server.context.db.selectFrom('reservations').select('unit');
      return (await first.executeTakeFirstOrThrow()).unit;
    },
    /** Opens a browser in which a member with this role is signed in. */
    openAs: async (
      browser: Browser,
      role: StaffRole,
      path: string,
      atMs: number,
      unit = 'unit-1',
    ): Promise<Page> => {
      const isCrew = role === 'crew';
      const viewport = isCrew ? { width: 360, height: 640 } : { width: 1280, height: 800 };
      const context = await browser.newContext({ viewport });
      await enter(context, role, unit);
      const page = await context.newPage();
      await page.clock.install({ time: atMs });
      await page.goto(`${url}${path}`);
      return page;
    },
    stop: async () => {
      await app.close();
      await databases.stop();
    },
  };
}
