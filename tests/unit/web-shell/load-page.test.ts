// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { loadPage } from '../../../src/web/ui/page/load-page';

const lost = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

describe('loadPage', () => {
  let reloads = 0;
  const reload = () => {
    reloads += 1;
  };

  beforeEach(() => {
    reloads = 0;
    sessionStorage.clear();
  });

  it('returns the page', async () => {
    await expect(loadPage(async () => 'page', reload)).resolves.toBe('page');
    expect(reloads).toBe(0);
  });

  it('reloads the app once when the file is gone, then fails so that words can be shown', async () => {
    const first = loadPage(lost, reload);
    const winner = await Promise.race([
      first,
      new Promise((resolve) => setTimeout(resolve, 0, 'still open')),
    ]);
    expect(winner).toBe('still open');
    expect(reloads).toBe(1);
    await expect(loadPage(lost, reload)).rejects.toThrow('Failed to fetch');
    expect(reloads).toBe(1);
  });

  it('may reload again after a page was loaded in between', async () => {
    void loadPage(lost, reload);
    await new Promise((resolve) => setTimeout(resolve, 0));
    await loadPage(async () => 'page', reload);
    void loadPage(lost, reload);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(reloads).toBe(2);
  });
});
