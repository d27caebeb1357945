import { expect, it } from 'vitest';
import { fetchAll } from '../../../src/worker/fetch-all';

type Options = { readonly request: Request; readonly params: { readonly cacheKey: string } };

const HASHED = Array.from({ length: 9 }, (_, n) => `https://example.test/assets/${n}-AbCd.js`);
const PAGE = 'https://example.test/index.html';
const PAGE_KEY = `${PAGE}?__WB_REVISION__=1`;

/** Files that arrive one turn after they were asked for; `broken` never does. */
function makeFiles(broken?: string) {
  const asked: Options[] = [];
  const underway = { now: 0, most: 0 };
  const arrive = async ({ request }: Options) => {
    underway.now += 1;
    underway.most = Math.max(underway.most, underway.now);
    await new Promise((resolve) => setImmediate(resolve));
    underway.now -= 1;
    if (request.url === broken) throw new Error('not there');
  };
  const files = {
    getURLsToCacheKeys: () => new Map([...HASHED.map((url) => [url, url] as const), [PAGE, PAGE_KEY]]),
    strategy: {
      handleAll: (options: Options) => {
        asked.push(options);
        return [Promise.resolve(new Response()), arrive(options)];
      },
    },
  };
  return { files: files as unknown as Parameters<typeof fetchAll>[0], asked, underway };
}

const event = {} as Parameters<typeof fetchAll>[1];

it('all files are fetched once, four at a time', async () => {
  const { files, asked, underway } = makeFiles();
  await fetchAll(files, event);
  expect(asked.map(({ request }) => request.url)).toEqual([...HASHED, PAGE]);
  expect(asked.at(-1)?.params.cacheKey).toBe(PAGE_KEY);
  expect(underway.most).toBe(4);
});

it('a file named by its content may come from the browser’s cache, the page may not', async () => {
  const { files, asked } = makeFiles();
  await fetchAll(files, event);
  expect(asked.map(({ request }) => request.cache)).toEqual([...HASHED.map(() => 'default'), 'reload']);
});

it('one that cannot be had fails the whole', async () => {
  const { files } = makeFiles(HASHED[5]);
  await expect(fetchAll(files, event)).rejects.toThrow('not there');
});
