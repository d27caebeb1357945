import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { buildApp } from '../../src/server/app';
import { inviteFirstAdmin } from '../../src/server/commands/staff/invite-first-admin';
import type { TestDatabases } from './databases';
import { OWN_ORIGIN } from './staff';
import { type TestServer, testServer } from './test-server';

export const PASSWORD = 'Kebun belakang rumah 7';

export type StaffApp = TestServer & { readonly app: FastifyInstance; readonly close: () => Promise<void> };

/**
 * Makes the real app over an empty database of either engine. The test sets the clock; it begins at Monday
 * 9.00 in Metro.
 */
export async function makeStaffApp(databases: TestDatabases): Promise<StaffApp> {
  const database = await databases.create();
  const server = await testServer(await database.open());
  const rateLimits = { syncsPerDevice: 1_000_000, requestsPerAddress: 1_000_000 };
  const app = await buildApp({ context: server.context, rateLimits });
  await app.ready();
  return { ...server, app, close: () => app.close() };
}

export type StaffBrowser = {
  readonly cookies: Map<string, string>;
  readonly ask: (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ) => Promise<LightMyRequestResponse>;
};

/** Opens a browser with its own cookies at `/api/staff/`. */
export function openBrowser({ app }: Pick<StaffApp, 'app'>, remoteAddress = '127.0.0.1'): StaffBrowser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    ask: async (method, path, body, headers = {}) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await app.inject({
        method,
        url: `/api/staff/${path}`,
        remoteAddress,
        headers: { origin: OWN_ORIGIN, ...(cookie === '' ? {} : { cookie }), ...headers },
        ...(body === undefined ? {} : { payload: body }),
      });
      for (const { name, value } of answer.cookies) {
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      return answer;
    },
  };
}

/**
 * Makes the first admin from the first start's invite link. The admin still has to set up a second factor.
 */
export async function makeFirstAdmin(server: StaffApp, browser: StaffBrowser): Promise<void> {
  const token = await inviteFirstAdmin(server.context);
  const names = { signInName: 'Kepala.Kota', name: 'Contoh Kepala' };
  const answer = await browser.ask('POST', 'invites/accept', { token, password: PASSWORD, ...names });
  if (answer.statusCode !== 200) throw new Error(answer.body);
}
