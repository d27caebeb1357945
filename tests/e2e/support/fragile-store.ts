import type { Page } from '@playwright/test';

/**
 * Lets the page lose its database as in Safari: `once` until the page opens it again, `whole` until `found` or
 * a reload. Call before the page is opened: Dexie keeps the browser's own functions.
 */
export async function makeFragile(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const lost = () => new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
    let [epoch, isDead] = [0, false];
    const made = new WeakMap<IDBDatabase, number>();
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...rest) {
      if (isDead) throw lost();
      const request = open.apply(this, rest);
      request.addEventListener('success', () => made.set(request.result, epoch));
      return request;
    };
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...rest) {
      if (isDead || (made.get(this) ?? epoch) < epoch) throw lost();
      return begin.apply(this, rest);
    };
    addEventListener('lose-once', () => {
      epoch += 1;
    });
    addEventListener('lose-whole', () => {
      isDead = true;
    });
    addEventListener('lose-found', () => {
      isDead = false;
    });
  });
}

export const lose = (page: Page, how: 'once' | 'whole' | 'found') =>
  page.evaluate((name) => dispatchEvent(new Event(name)), `lose-${how}`);
