import { writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { fillInRequest } from '../support/fill-in-request';
import { test } from '../support/serve';

const { SCREENS_FOLDER } = process.env;

/**
 * Which services are asked for, how many requirements they have at least, and how many pages they fill. The
 * third list is longer than any visit of Metro may be: a city with longer windows may print it.
 */
const LISTS = [
  { name: 'one service', wanted: 'Akta kematian', requirements: 3, pages: 1 },
  { name: 'a package of three', wanted: 'Bayi lahir', requirements: 5, pages: 1 },
  { name: 'twelve services', wanted: 'Bayi lahir', requirements: 36, pages: 2 },
] as const;

/** Lengthens the list that is drawn to one of twelve services. */
async function lengthen(page: Page, requirements: number): Promise<void> {
  await page.locator('.ticket-sheet').evaluate((sheet, count) => {
    sheet.setAttribute('class', 'ticket-sheet ticket-sheet--small');
    const list = sheet.querySelector('ul');
    const [item] = sheet.querySelectorAll('li');
    const names = sheet.querySelector('h2 + p');
    if (!list || !item || !names) throw new Error('no list');
    for (let at = list.children.length; at < count; at += 1) {
      const longer = item.cloneNode(true);
      longer.appendChild(new Text(`, nomor ${at} dengan nama yang panjang`));
      list.append(longer);
    }
    names.textContent = Array(12).fill('Penggantian KTP-el hilang, rusak, atau berubah').join(', ');
  }, requirements);
}

const RECIPIENT = 'Siti Contoh binti Abdullah Panjang';

for (const { name, wanted, requirements, pages } of LISTS) {
  test(`the printed ticket of ${name} is whole, on ${pages} A4`, async ({ page, server }) => {
    test.slow();
    await page.goto(`${server.url}/ajukan`);
    // Every question is answered with yes, which asks for the most requirements.
    await fillInRequest(page, { recipient: RECIPIENT, wanted, says: 'Ya' });
    await page.getByRole('button', { name: 'Kirim permohonan' }).click();
    await page.evaluate(() => {
      window.print = () => document.body.classList.add('printed');
    });
    await page.getByRole('button', { name: 'Cetak di kertas' }).click();
    await expect(page.locator('body.printed > .ticket-sheet svg.qr-code')).toBeAttached();
    const sheet = page.locator('.ticket-sheet');
    if (pages > 1) await lengthen(page, requirements);
    expect(await sheet.getByRole('listitem', { includeHidden: true }).count()).toBeGreaterThanOrEqual(
      requirements,
    );
    const paper = await page.pdf({ preferCSSPageSize: true });
    if (SCREENS_FOLDER) await writeFile(`${SCREENS_FOLDER}/ticket-${name.replaceAll(' ', '-')}.pdf`, paper);
    const printed = paper.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(printed).toHaveLength(pages);
    // No element that holds the list ends before the list does.
    await page.emulateMedia({ media: 'print' });
    const cut = await sheet.evaluate((root) =>
      [root, ...root.querySelectorAll('*')]
        .filter((part) => !part.closest('svg') && getComputedStyle(part).display !== 'inline')
        .filter(
          (part) =>
            part.scrollHeight > part.clientHeight + 2 && getComputedStyle(part).overflow !== 'visible',
        )
        .map((part) => part.className),
    );
    expect(cut).toEqual([]);
  });
}
