// @vitest-environment jsdom
import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { components, loadExamples } from '../../../src/build/examples/all-examples';
import { standInForDialogs } from '../../support/modal-dialogs';
import { renderUi } from './render-ui';

const uiFolder = `${process.cwd()}/src/web/ui`;
const allExamples = await Promise.all(
  components.map(async (component) => [component, await loadExamples(component)] as const),
);

beforeAll(standInForDialogs);
afterEach(cleanup);

describe('examples of the components', () => {
  const files = readdirSync(uiFolder, { recursive: true, encoding: 'utf8' });
  const examplesFiles = files.filter((file) => file.endsWith('.examples.tsx'));

  it('exist for every component, and are all found', () => {
    const folders = (paths: readonly string[]) => [...new Set(paths.map((path) => dirname(path)))].sort();
    expect(folders(examplesFiles)).toEqual(folders(files.filter((file) => file.endsWith('.tsx'))));
    expect(examplesFiles.map((file) => basename(file, '.examples.tsx')).sort()).toEqual(components);
    expect(allExamples.filter(([, examples]) => examples.length === 0)).toEqual([]);
  });

  it('have unique names within a component', () => {
    for (const [component, examples] of allExamples) {
      const names = examples.map(({ name }) => name);
      expect(new Set(names).size, component).toBe(names.length);
    }
  });

  for (const [component, examples] of allExamples) {
    for (const example of examples) {
      it(`${component}: ${example.name} renders with valid references and no complaint from React`, () => {
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
