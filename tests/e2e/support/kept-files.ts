import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { KeptFile } from '../../../src/worker/kept-file';

const LIST = /\[\{"[^[\]]*"url":"[^[\]]*\}\]/;

/** Returns the list that the build wrote into a worker, each address once. */
export function readKeptList(worker: string): KeptFile[] {
  const [list = '[]'] = LIST.exec(readFileSync(worker, 'utf8')) ?? [];
  const files: KeptFile[] = JSON.parse(list);
  const isLater = (file: KeptFile, at: number) => files.findIndex(({ url }) => url === file.url) < at;
  return files.filter((file, at) => !isLater(file, at));
}

export type InCache = {
  readonly url: string;
  readonly digest: string;
  readonly type: string;
  readonly policy: string;
};

/** Reads what the worker has put into its cache: relative address, digest, type and security policy. */
export function readCache(page: Page): Promise<InCache[]> {
  return page.evaluate(async () => {
    const found: { url: string; digest: string; type: string; policy: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        if (response === undefined) continue;
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()));
        found.push({
          url: new URL(request.url).pathname.slice(1),
          digest: `sha256-${btoa(String.fromCharCode(...hash))}`,
          type: response.headers.get('content-type') ?? '',
          policy: response.headers.get('content-security-policy') ?? '',
        });
      }
    }
    return found;
  });
}
