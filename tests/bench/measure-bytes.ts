import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { findChromium } from '../support/find-chromium';
import type { Figure } from './figure';

const KILOBYTE = 1000;

/** Bytes on the wire of a first load of the home page, before the service worker fetches its copies. */
export async function measureFirstLoad(url: string): Promise<Figure[]> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    let all = 0;
    let script = 0;
    const devtools = await context.newCDPSession(page);
    const scripts = new Set<string>();
    await devtools.send('Network.enable');
    devtools.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') scripts.add(requestId);
    });
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      all += encodedDataLength;
      if (scripts.has(requestId)) script += encodedDataLength;
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    return [
      { name: 'First load, all', value: all / KILOBYTE, unit: 'KB', target: { atMost: 170 } },
      { name: 'First load, JavaScript', value: script / KILOBYTE, unit: 'KB', target: { atMost: 120 } },
    ];
  } finally {
    await browser.close();
  }
}

/** Bytes of everything the service worker keeps, as sent (brotli). */
export function measurePrecache(webRoot: string): Figure {
  const worker = readFileSync(join(webRoot, 'service-worker.js'), 'utf8');
  const files = readdirSync(webRoot, { recursive: true, encoding: 'utf8' });
  const kept = files.filter((file) => worker.includes(`"${file}"`) || worker.includes(`url:"${file}"`));
  const sizes = kept.map((file) => {
    const path = join(webRoot, file);
    const isText = /\.(html|js|css|svg|json|webmanifest)$/.test(file);
    return isText ? brotliCompressSync(readFileSync(path)).length : statSync(path).size;
  });
  const value = sizes.reduce((sum, size) => sum + size, 0) / KILOBYTE;
  return { name: `Precache, ${kept.length} files`, value, unit: 'KB', target: { atMost: 600 } };
}
