import { expect, type Page } from '@playwright/test';

type Fiber = {
  readonly tag: number;
  readonly type: unknown;
  readonly memoizedProps: unknown;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
};

/** Holds the words that stand on the page against those that React means to show there. */
export async function expectTrueWords(page: Page): Promise<void> {
  await expect(async () => {
    const { shown, meant } = await page.evaluate(readBoth);
    expect(meant.length).toBeGreaterThan(20);
    expect(shown).toBe(meant);
  }).toPass({ timeout: 10_000 });
}

/** Reads both from the page; whole in itself, since it runs there. */
function readBoth(): { shown: string; meant: string } {
  const [PORTAL, HOST, TEXT] = [4, 5, 6];
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root');
  const own = root as unknown as Record<string, { stateNode: { current: Fiber } }>;
  const key = Object.keys(root).find((name) => name.startsWith('__reactContainer$')) ?? '';
  const meantIn = (fiber: Fiber | null): string => {
    let words = '';
    for (let at = fiber; at !== null; at = at.sibling) words += meantBy(at);
    return words;
  };
  const meantBy = ({ tag, type, memoizedProps, child }: Fiber): string => {
    if (tag === TEXT) return String(memoizedProps);
    if (tag === PORTAL || type === 'textarea') return '';
    const { children } = (memoizedProps ?? {}) as { children?: unknown };
    if (tag === HOST && (typeof children === 'string' || typeof children === 'number'))
      return String(children);
    return meantIn(child);
  };
  const copy = root.cloneNode(true) as HTMLElement;
  for (const field of copy.querySelectorAll('textarea')) field.remove();
  return { shown: copy.textContent ?? '', meant: meantIn(own[key]?.stateNode.current.child ?? null) };
}
