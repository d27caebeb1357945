import type { APIRequestContext, Browser, BrowserContext } from '@playwright/test';
import { expect, request } from '@playwright/test';
import type { StaffRole } from '../../../src/domain/staff/role';
import type { RunningServer } from '../../support/start-server';
import { newToken, submit } from '../../support/test-server';
import { totpCodeAt } from '../../support/totp-code';

const TOTP_STEP_MS = 30_000;
/** Made for each run; it opens nothing but the test's own server. */
const password = `kata-sandi-uji-${Math.random().toString(36).slice(2)}`;

/** A member to invite. */
export type Joiner = {
  readonly role: StaffRole;
  readonly name: string;
  readonly unit?: string;
  readonly areas?: readonly string[];
};

/**
 * Makes the first admin by the printed link; the admin then invites people. All of it goes through the API,
 * as the app does it.
 */
export async function makeTeam(server: RunningServer) {
  const admin = await visitor(server.url);
  await expect.poll(() => server.readOutput()).toContain('undangan#');
  const token = /undangan#([\w-]{22})/.exec(server.readOutput())?.[1];
  await post(admin, '/api/staff/invites/accept', {
    token,
    password,
    signInName: 'admin.uji',
    name: 'Admin Contoh',
  });
  const { secret } = await post(admin, '/api/staff/totp/begin', {});
  const code = totpCodeAt(String(secret), Math.floor(Date.now() / TOTP_STEP_MS));
  await post(admin, '/api/staff/totp/confirm', { code });
  return {
    admin,
    /** Lets a new member in, and returns the member's browser, signed in. */
    join: async (
      browser: Browser,
      joiner: Joiner,
      viewport = { width: 1280, height: 800 },
    ): Promise<BrowserContext> => {
      const signInName = joiner.name.toLowerCase().replaceAll(' ', '.');
      const { link } = await post(admin, '/api/staff/invites', { areas: [], ...joiner, signInName });
      const member = await visitor(server.url);
      await post(member, '/api/staff/invites/accept', { token: String(link).split('#')[1], password });
      return browser.newContext({ viewport, baseURL: server.url, storageState: await member.storageState() });
    },
  };
}

/** Asks for a visit from a resident's phone, and returns the booking's id. */
export async function bookAs(url: string, recipient: string): Promise<string> {
  const command = submit({ recipient: { name: recipient, birthYear: 1950 } });
  const phone = await request.newContext({
    baseURL: url,
    extraHTTPHeaders: { authorization: `Device ${newToken()}` },
  });
  const { results } = await post(phone, '/api/sync', { version: 1, cursor: null, commands: [command] });
  expect(results).toMatchObject([{ outcome: 'done' }]);
  return command.bookingId;
}

function visitor(url: string): Promise<APIRequestContext> {
  return request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } });
}

async function post(from: APIRequestContext, path: string, data: unknown): Promise<Record<string, unknown>> {
  const answer = await from.post(path, { data });
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
  return answer.json();
}
