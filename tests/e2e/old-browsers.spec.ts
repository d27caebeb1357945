import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { parse } from 'acorn';
import { full } from 'acorn-walk';
import { test } from './support/serve';

/** The newest ECMAScript that the lowest browsers read whole (`src/build/browsers.ts`). */
const ECMA_VERSION = 2021;

/**
 * Names that came after the lowest browsers: methods of values that a library may have too (`own`: whose use
 * there is guarded or its own), and static ones with what they belong to.
 */
const NEW_METHODS =
  /^(findLast|findLastIndex|toSorted|toReversed|toSpliced|isWellFormed|toWellFormed|throwIfAborted|randomUUID|hasOwn|groupBy|fromAsync|canParse|supportedValuesOf|getOrInsert|showPicker|checkVisibility|togglePopover|showPopover|isSubsetOf|symmetricDifference)$/;
const NEW_STATICS =
  /^(AbortSignal\.(timeout|any)|Promise\.(try|withResolvers)|Error\.isError|CSS\.supports\.any)$/;
const NEW_GLOBALS =
  /^(structuredClone|CompressionStream|DecompressionStream|Temporal|URLPattern|reportError|scheduler|CookieStore|Iterator|SuppressedError|DisposableStack)$/;
/** `list.at(-1)`: any other `at` is a field of ours. */
const AT_CALL = 'at';

type Found = { readonly file: string; readonly use: string };

const files = readdirSync('dist/web', { recursive: true, encoding: 'utf8' });
const scripts = files.filter((name) => name.endsWith('.js'));

/** Lists what a script uses that is newer than the lowest browsers; throws where they cannot read it at all. */
function listNewUses(file: string, text: string): Found[] {
  const sourceType = /worker\.js$/.test(file) ? 'script' : 'module';
  const tree = parse(text, { ecmaVersion: ECMA_VERSION, sourceType });
  const found: Found[] = [];
  full(tree, (node) => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      const { callee } = node;
      const use = text.slice(callee.start, callee.end);
      if (callee.type === 'Identifier' && NEW_GLOBALS.test(callee.name)) found.push({ file, use });
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.computed)
        return;
      const isNew =
        NEW_METHODS.test(callee.property.name) ||
        NEW_STATICS.test(use) ||
        (callee.property.name === AT_CALL && node.arguments.length === 1);
      if (isNew) found.push({ file, use });
    }
  });
  return found;
}

test.describe('the built apps in the lowest browsers', () => {
  test('have only syntax and methods that those have', () => {
    expect(scripts.length).toBeGreaterThan(100);
    const found = scripts.flatMap((file) => listNewUses(file, readFileSync(join('dist/web', file), 'utf8')));
    expect(found).toEqual([]);
  });

  for (const [text, use] of [
    ['Object.hasOwn(a, b)', 'Object.hasOwn'],
    ['a.b.at(-1)', 'a.b.at'],
    ['x(AbortSignal.timeout(5))', 'AbortSignal.timeout'],
    ['crypto.randomUUID()', 'crypto.randomUUID'],
    ['const a = structuredClone(b)', 'structuredClone'],
    ['list?.toSorted()', 'list?.toSorted'],
  ] as const) {
    test(`would be told of ${text}`, () => {
      expect(listNewUses('a.js', text)).toEqual([{ file: 'a.js', use }]);
    });
  }

  for (const text of ['class A { b = 1 }', 'class A { static {} }', 'await a', 'a = /b/v']) {
    test(`could not be read with ${text}`, () => {
      expect(() => listNewUses('worker.js', text)).toThrow();
    });
  }

  test('have no style inside of what those browsers drop', () => {
    const styles = files.filter((name) => /\.(css|html)$/.test(name));
    expect(styles.length).toBeGreaterThan(15);
    const dropped = styles.filter((name) =>
      /@layer|@media[^{]*[<>]/.test(
        readFileSync(join('dist/web', name), 'utf8').replace(/<(?!style)[^>]*>/g, ''),
      ),
    );
    expect(dropped).toEqual([]);
  });
});

test('a browser that is too old is told so without any script, with a way to be called', async ({
  browser,
  server,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  for (const path of ['/', '/ajukan', '/petugas/']) {
    await page.goto(`${server.url}${path}`);
    const notice = page.locator('.old-browser');
    await expect(notice).toBeHidden();
    // As a browser sees it that knows no such condition.
    const html = await (
      await page.request.get(`${server.url}${path}`, { headers: { accept: 'text/html' } })
    ).text();
    await page.setContent(html.replace(/@supports ?\(aspect-ratio:[^)]*\)/, '@supports (unknown-thing: 1)'));
    await expect(notice).toBeVisible();
  }
  await page.goto(`${server.url}/api/minta-ditelepon`);
  await page.getByLabel('Nama Anda').fill('Siti Contoh');
  await page.getByLabel('Nomor HP').fill('0812 3456 7890');
  await page.getByRole('button', { name: 'Minta ditelepon' }).click();
  await expect(page.getByText('Kami akan menelepon Anda')).toBeVisible();
  await page.close();
});
