import { expect, type Page } from '@playwright/test';
import { totpCodeAt } from '../../support/totp-code';
import { test } from '../support/serve';

type Answer = { readonly status: number; readonly body: Record<string, unknown> };

/** Calls the API as the staff app does, from a page of the same origin. */
function ask(page: Page, method: string, path: string, body?: unknown): Promise<Answer> {
  return page.evaluate(
    async (request) => {
      const answer = await fetch(`/api/staff/${request.path}`, {
        method: request.method,
        ...(request.body === undefined
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(request.body) }),
      });
      return { status: answer.status, body: await answer.json() };
    },
    { method, path, body },
  );
}

/** Lets the browser's own authenticator make a passkey, or sign with one. */
function askAuthenticator(page: Page, kind: 'create' | 'get', options: unknown): Promise<unknown> {
  return page.evaluate(
    async ({ kind, options }) => {
      const credential =
        kind === 'create'
          ? await navigator.credentials.create({
              publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
                options as PublicKeyCredentialCreationOptionsJSON,
              ),
            })
          : await navigator.credentials.get({
              publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
                options as PublicKeyCredentialRequestOptionsJSON,
              ),
            });
      if (!(credential instanceof PublicKeyCredential)) throw new Error('no credential');
      return credential.toJSON();
    },
    { kind, options },
  );
}

async function addAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('the printed link makes the first admin, who then signs in with a passkey', async ({
  page,
  freshServer: server,
}) => {
  const link = /http:\S+\/petugas\/undangan#([\w-]{22})/;
  // The server prints the link once it listens, and the test's start waits for nothing more than that.
  await expect.poll(() => server.readOutput()).toMatch(link);
  const token = link.exec(server.readOutput())?.[1];
  await page.goto(server.url);
  await addAuthenticator(page);

  const names = { signInName: 'kepala.kota', name: 'Contoh Kepala' };
  const invite = { token, password: 'Kebun belakang rumah 7', ...names };
  expect(await ask(page, 'POST', 'invites/accept', invite)).toMatchObject({
    status: 200,
    body: { mustSetUpTotp: true },
  });
  const cookies = await page.context().cookies();
  expect(cookies.find(({ name }) => name === '__Host-mpp')).toMatchObject({
    secure: true,
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
  });
  expect(await page.evaluate(() => document.cookie)).not.toContain('__Host-mpp');
  expect((await ask(page, 'GET', 'me')).status).toBe(200);

  const { body: totp } = await ask(page, 'POST', 'totp/begin');
  const code = totpCodeAt(String(totp.secret), Math.floor(Date.now() / 30_000));
  expect((await ask(page, 'POST', 'totp/confirm', { code })).status).toBe(200);

  const making = await ask(page, 'POST', 'passkeys/register-options');
  const made = await askAuthenticator(page, 'create', making.body);
  expect(await ask(page, 'POST', 'passkeys/register', made)).toMatchObject({
    status: 200,
    body: { passkeys: [{ device: 'Chrome, Linux' }] },
  });
  // The answer to a challenge uses it up.
  expect((await ask(page, 'POST', 'passkeys/register', made)).status).toBe(422);

  expect((await ask(page, 'POST', 'sign-out')).status).toBe(200);
  expect((await ask(page, 'GET', 'me')).status).toBe(401);
  const signing = await ask(page, 'POST', 'passkeys/sign-in-options');
  const signed = await askAuthenticator(page, 'get', signing.body);
  expect(await ask(page, 'POST', 'passkeys/sign-in', signed)).toMatchObject({
    status: 200,
    body: { me: { signInName: 'kepala.kota', passkeys: 1 }, mustSetUpTotp: false },
  });
  expect((await ask(page, 'GET', 'members')).status).toBe(200);
  expect(await ask(page, 'POST', 'passkeys/sign-in', signed)).toMatchObject({
    status: 401,
    body: { code: 'passkey-not-valid' },
  });
  expect((await ask(page, 'DELETE', `passkeys/${(signed as { id: string }).id}`)).body).toEqual({
    passkeys: [],
  });
});
