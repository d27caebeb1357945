import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withOldBrowserNotice } from '../../../src/build/old-browser';

const PAGES = [
  ['resident', 'src/web/resident/index.html'],
  ['resident', 'src/web/resident/app.html'],
  ['staff', 'src/web/staff/index.html'],
] as const;

describe('what a browser that is too old for the apps is told', () => {
  test.each(PAGES)('stands once in the page of the %s app (%s)', (app, file) => {
    const page = withOldBrowserNotice(readFileSync(file, 'utf8'), app);
    expect(page.match(/class="old-browser"/g)).toHaveLength(1);
    expect(page.match(/<noscript>/g)).toHaveLength(1);
    expect(page).toContain('@supports (aspect-ratio: 1/1)');
    expect(page).not.toContain('<!--old-browser');
    expect(page.includes('href="/api/minta-ditelepon"')).toBe(app === 'resident');
    // The styles come before anything is drawn, the notice after the app's own place.
    expect(page.indexOf('.old-browser {')).toBeLessThan(page.indexOf('</head>'));
    expect(page.indexOf('class="old-browser"')).toBeGreaterThan(page.indexOf('id="root"'));
  });

  test('stops the build where a page has no place for it', () => {
    expect(() => withOldBrowserNotice('<html><head></head><body></body></html>', 'staff')).toThrow(
      'old-browser',
    );
  });
});
