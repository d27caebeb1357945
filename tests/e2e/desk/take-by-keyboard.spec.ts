import { expect, type Page } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { test } from '../support/serve';
import { makeTeam } from '../support/staff-team';

/** Someone at a desk who types while listening. */
const KEYS_PER_SECOND = 5;
const LIMIT_SECONDS = 60;
const MOST_TABS = 60;

/** Counts every key; holding Shift counts as one too. */
function keyboardOf(page: Page) {
  let keys = 0;
  const press = async (key: string) => {
    keys += key.split('+').length;
    await page.keyboard.press(key);
  };
  const focused = (what: 'id' | 'textContent') =>
    page.evaluate((key) => document.activeElement?.[key] ?? '', what);
  /** Presses Tab as often as it takes. */
  const goTo = async (what: 'id' | 'textContent', wanted: string) => {
    for (let at = 0; (await focused(what)) !== wanted; at += 1) {
      if (at > MOST_TABS) throw new Error(`${wanted} is not reached by the keyboard`);
      await press('Tab');
    }
  };
  return {
    count: () => keys,
    press,
    type: async (text: string) => {
      keys += text.length;
      await page.keyboard.type(text);
    },
    goTo: (id: string) => goTo('id', id),
    goToText: (text: string) => goTo('textContent', text),
  };
}

type Keyboard = ReturnType<typeof keyboardOf>;

/** Types what a caller says, in the order of the page; the last service of the list is the farthest away. */
async function takeCall(keyboard: Keyboard): Promise<void> {
  await keyboard.goTo('contactName');
  await keyboard.type('Budi Contoh');
  await keyboard.goTo('contactPhone');
  await keyboard.type('081234567890');
  await keyboard.goTo('recipientName');
  await keyboard.type('Siti Contoh');
  await keyboard.goTo('birthYear');
  await keyboard.type('1948');
  await keyboard.goTo('area');
  // The browser itself chooses from a list by letters.
  await keyboard.type('gan');
  await keyboard.goTo('street');
  await keyboard.type('Jalan Contoh Panjang No. 12');
  await keyboard.goTo('landmark');
  await keyboard.type('Depan mushala, pagar hijau');
  await keyboard.goTo('services-11');
  await keyboard.press('Space');
  await keyboard.press('Enter');
}

test('a request by telephone is taken by keyboard alone in less than a minute, and its date is shown', async ({
  browser,
  freshServer: server,
}) => {
  const team = await makeTeam(server);
  const desk = await team.join(browser, { role: 'coordinator', name: 'Rina Contoh' });
  const page = await desk.newPage();
  await page.goto('/petugas/meja/permohonan');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const keyboard = keyboardOf(page);
  await keyboard.goToText('Catat permohonan');
  await keyboard.press('Enter');
  await expect(page.locator('#contactName')).toBeVisible();
  await takeCall(keyboard);
  const taken = page.locator('#taken');
  await expect(taken.getByText(/^Nomor \d{4} \d{4}$/)).toBeVisible();
  await expect(taken.locator('.file__when')).toHaveText(/20\d\d, \d\d\.\d\d/);
  const first = keyboard.count();
  test.info().annotations.push({ type: 'keys', description: String(first) });
  expect(first).toBeLessThan(KEYS_PER_SECOND * LIMIT_SECONDS);

  // The same person calls again: the next form begins where the focus is, and the desk is told of the other request.
  await takeCall(keyboard);
  await expect(taken.getByText('Ada 1 permohonan lain untuk orang ini')).toBeVisible();
  await checkScreen(page, 'desk-take-double');
  expect(keyboard.count() - first).toBeLessThan(KEYS_PER_SECOND * LIMIT_SECONDS);
});
