import { expect, test } from '@playwright/test';
import { enterAsCrew, startDay } from '../support/crew-day';
import { readCache, readKeptList } from '../support/kept-files';
import { prepareWake } from '../support/wake-worker';

test('the worker alone sends what a crew recorded, while the app is closed', async ({ context, page }) => {
  const day = await startDay();
  const stateOf = async () => (await day.server.rowsOf('phone-0'))[0]?.state;
  try {
    await enterAsCrew(page, day);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    await page.getByRole('link', { name: 'Siti Contoh' }).click();
    // The phone's clock stands on Tuesday: for the worker, the minute in which the crew can undo this is
    // over.
    await page.getByRole('button', { name: 'Berangkat' }).click();
    await expect(page.getByText('Dalam perjalanan')).toBeVisible();
    await page.close();
    const elsewhere = await context.newPage();
    expect(await stateOf()).toBe('scheduled');
    await context.setOffline(false);
    // An address of the same origin that is no page of the app.
    await elsewhere.goto(`${day.url}/api/health`);
    // The browser may have woken the worker by itself by now.
    const wake = await prepareWake(await context.newCDPSession(elsewhere), day.url);
    await wake();
    await expect.poll(stateOf).toBe('departed');
  } finally {
    await day.stop();
  }
});

test("a crew's app takes its files from one archive, and says when it opens without a signal", async ({
  page,
}) => {
  const day = await startDay();
  try {
    await enterAsCrew(page, day);
    await expect(page.getByText('Siap dipakai tanpa sinyal.')).toBeVisible();
    const list = readKeptList('dist/web/petugas/staff-service-worker.js').filter(
      ({ isArchive }) => !isArchive,
    );
    const cached = (await readCache(page)).map(({ url, digest }) => `${url} ${digest}`);
    expect(cached.sort()).toEqual(list.map(({ url, integrity }) => `petugas/${url} ${integrity}`).sort());
  } finally {
    await day.stop();
  }
});

test('what is recorded asks the browser to wake the worker, before any attempt to send it', async ({
  page,
}) => {
  const day = await startDay();
  try {
    await enterAsCrew(page, day);
    const tags = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        if (!('sync' in registration)) return [];
        const { sync } = registration as unknown as { sync: { getTags: () => Promise<string[]> } };
        return sync.getTags();
      });
    await tags();
    expect(await tags()).toEqual([]);
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Siti Contoh' }).click();
    await page.getByRole('button', { name: 'Berangkat' }).click();
    await expect.poll(tags).toEqual(['mpp-sync']);
  } finally {
    await day.stop();
  }
});
