import type { Locator, Page } from '@playwright/test';
import type { Hand } from '../../e2e/support/fill-in-request';

/** Between what a person sees and the tap, and between the tap and the next look, in milliseconds. */
const LOOK_MS = 300;
const KEY_DELAY_MS = 80;

/**
 * Taps the glass and types key by key, as a person does. Looks for nothing on the page while it answers a tap:
 * the search for an element would take the page's own time.
 */
export function personHand(page: Page): Hand {
  const tap = async (target: Locator) => {
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (box === null) throw new Error('What is to be tapped is not on the screen');
    await page.waitForTimeout(LOOK_MS);
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForTimeout(LOOK_MS);
  };
  return {
    press: tap,
    mark: tap,
    write: async (field, text) => {
      await tap(field);
      await page.keyboard.type(text, { delay: KEY_DELAY_MS });
      await page.waitForTimeout(LOOK_MS);
    },
  };
}
