import { networkInterfaces } from 'node:os';
import { expect, test } from '@playwright/test';
import { startServer } from '../../support/start-server';

const WORDS = 'Buka aplikasi ini di alamat https';

/** An address of this machine as another machine of its network sees it. */
function lanAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const found = all.find(({ family, internal }) => family === 'IPv4' && !internal);
  if (found === undefined) throw new Error('this machine has no address in a network');
  return found.address;
}

test('at an http address of the LAN every page and the server say that it must be https', async ({
  page,
}) => {
  const server = await startServer({ HOST: '0.0.0.0' });
  try {
    const { port } = new URL(server.url);
    for (const path of ['/', '/ajukan', '/petugas/']) {
      await page.goto(`http://${lanAddress()}:${port}${path}`);
      await expect(page.getByText(WORDS)).toHaveCount(1);
      await expect(page.getByText(/mulai ulang HP|penyamaran/)).toHaveCount(0);
    }
    await page.goto(`http://${lanAddress()}:${port}/ajukan`);
    await page.getByRole('button', { name: /Mulai isi/ }).click();
    await expect(page.getByText(/harus diawali https/).first()).toBeVisible();
    await expect(page.getByText(/mulai ulang HP|penyamaran/)).toHaveCount(0);
    expect(server.readOutput()).toContain('BEHIND_TLS=1');
    await page.goto(`${server.url}/ajukan`);
    await expect(page.getByRole('button', { name: /Mulai isi/ })).toBeVisible();
    await expect(page.getByText(WORDS)).toHaveCount(0);
  } finally {
    await server.stop();
  }
});
