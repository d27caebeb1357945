// @vitest-environment jsdom
import { readdirSync } from 'node:fs';
import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { allExamples } from './all-examples';
import { renderUi } from './render-ui';

const uiFolder = `${process.cwd()}/src/web/ui`;

afterEach(cleanup);

describe('examples of the kit', () => {
  it('are all listed', () => {
    const files = readdirSync(uiFolder, { recursive: true, encoding: 'utf8' });
    const folders = files.filter((file) => file.endsWith('.examples.tsx')).map((file) => file.split('/')[0]);
    expect(folders.sort()).toEqual(Object.keys(allExamples).sort());
  });

  for (const [component, examples] of Object.entries(allExamples)) {
    for (const example of examples) {
      it(`${component}: ${example.name} renders with whole references and no complaint from React`, () => {
        const complaint = vi.spyOn(console, 'error').mockReturnValue();
        const { container } = renderUi(example.render());
        expect(complaint.mock.calls).toEqual([]);
        complaint.mockRestore();
        expect(container.childElementCount).toBeGreaterThan(0);
        for (const attribute of ['aria-describedby', 'aria-labelledby', 'for']) {
          for (const element of container.querySelectorAll(`[${attribute}]`)) {
            for (const id of (element.getAttribute(attribute) ?? '').split(' ')) {
              expect(container.querySelectorAll(`[id="${id}"]`), `${attribute}=${id}`).toHaveLength(1);
            }
          }
        }
        for (const picture of container.querySelectorAll('svg')) {
          expect(picture.getAttribute('aria-hidden')).toBe('true');
        }
      });
    }
  }
});
