import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from '@playwright/test';
import { findChromium } from '../support/find-chromium';

/** Runs `measure` with a fresh profile of a small phone: 360x640, Indonesian, Metro's zone. */
export async function withPhone<T>(
  options: BrowserContextOptions,
  measure: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const executablePath = findChromium();
  const browser: Browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    const context = await browser.newContext({
      viewport: { width: 360, height: 640 },
      locale: 'id-ID',
      timezoneId: 'Asia/Jakarta',
      ...options,
    });
    return await measure(context);
  } finally {
    await browser.close();
  }
}
