import { writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { fillInRequest } from '../support/fill-in-request';
import { test } from '../support/serve';

const { SCREENS_FOLDER } = process.env;

/**
 * Which services are asked for, how many papers they need at least, and on how many pages they go. The third is longer than
 * any visit of Metro may be: a city with longer windows may print it.
 */
const LISTS = [
  { name: 'one service', wanted: 'Akta kematian', papers: 3, pages: 1 },
  { name: 'a package of three', wanted: 'Bayi lahir', papers: 5, pages: 1 },
  { name: 'twelve services', wanted: 'Bayi lahir', papers: 36, pages: 2 },
] as const;

/** As a list of twelve services is drawn, from one that is there. */
async function lengthen(page: Page, papers: number): Promise<void> {
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
  }, papers);
}

const RECIPIENT = 'Siti Contoh binti Abdullah Panjang';

for (const { name, wanted, papers, pages } of LISTS) {
  test(`the paper ticket of ${name} is whole, on ${pages} A4`, async ({ page, server }) => {
    test.slow();
    await page.goto(`${server.url}/ajukan`);
    // All questions answered with yes, so that as many papers as can be are asked for.
    await fillInRequest(page, { recipient: RECIPIENT, wanted, says: 'Ya' });
    await page.getByRole('button', { name: 'Kirim permohonan' }).click();
    await page.evaluate(() => {
      window.print = () => document.body.classList.add('printed');
    });
    await page.getByRole('button', { name: 'Cetak di kertas' }).click();
    await expect(page.locator('body.printed > .ticket-sheet svg.qr-code')).toBeAttached();
    const sheet = page.locator('.ticket-sheet');
    if (pages > 1) await lengthen(page, papers);
    expect(await sheet.getByRole('listitem', { includeHidden: true }).count()).toBeGreaterThanOrEqual(papers);
    const paper = await page.pdf({ preferCSSPageSize: true });
    if (SCREENS_FOLDER) await writeFile(`${SCREENS_FOLDER}/ticket-${name.replaceAll(' ', '-')}.pdf`, paper);
    const printed = paper.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(printed).toHaveLength(pages);
    // Nothing that holds the list ends before it does.
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
