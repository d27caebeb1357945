import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './serve';

const SCREENS = ['/', '/layanan', '/ajukan', '/kunjungan', '/pengaturan', '/ikuti', '/tidak-ada'];

/** What axe finds, with the two rules on that its defaults leave off. */
async function findFaults(page: Page) {
  const found = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } } })
    .analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

async function open(page: Page, url: string) {
  await page.goto(url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`by ${colorScheme}`, () => {
    test.use({ colorScheme });
    for (const screen of SCREENS) {
      test(`${screen} has no fault axe finds`, async ({ page, server }) => {
        await open(page, `${server.url}${screen}`);
        expect(await findFaults(page)).toEqual([]);
      });
    }
  });
}

for (const screen of SCREENS) {
  test(`${screen} holds at 320 px with 200 % text`, async ({ page, server }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, `${server.url}${screen}`);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await findFaults(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
