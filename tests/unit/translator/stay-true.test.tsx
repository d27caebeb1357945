// @vitest-environment jsdom
import fc from 'fast-check';
import { act, createElement, Fragment, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { stayTrue } from '../../../src/web/ui/translator/stay-true';
import { STYLES, type Style, startTranslator } from '../../support/translator';

beforeAll(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  stayTrue();
});
afterEach(() => document.body.replaceChildren());

/** A part of a page: a text, nothing, an element, or a component that returns texts beside each other. */
type Part = string | null | { readonly tag: 'p' | 'b' | 'none'; readonly parts: readonly Part[] };

const { part } = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom('Terjadwal', 'Tersimpan di HP ini', '1 Desember', ''),
    fc.constant(null),
    fc.record({ tag: fc.constantFrom('p', 'b', 'none'), parts: fc.array(tie('part'), { maxLength: 4 }) }),
  ),
}));

function shownOf(part: Part): ReactElement | null {
  return part === null ? null : createElement(Shown, { part });
}

function Shown({ part: shown }: { part: Part }) {
  if (shown === null || typeof shown === 'string') return shown;
  const { tag, parts } = shown;
  // Given one by one, since the place is all that tells these parts apart.
  const inside = createElement(Fragment, null, ...parts.map(shownOf));
  if (tag === 'none') return <>{inside}</>;
  const Tag = tag;
  return (
    <Tag>
      {parts.length > 1 && 'Kunjungan '}
      {inside}
      {parts.length}
    </Tag>
  );
}

/** What React alone would show. */
function wordsOf(shown: Part): string {
  if (shown === null || typeof shown === 'string') return shown ?? '';
  const inside = shown.parts.map(wordsOf).join('');
  if (shown.tag === 'none') return inside;
  return `${shown.parts.length > 1 ? 'Kunjungan ' : ''}${inside}${shown.parts.length}`;
}

it.each(STYLES)('says what React says, under a translator that works by %s', async (style) => {
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 2, maxLength: 6 }), async (pages) => {
      const box = document.body.appendChild(document.createElement('main'));
      const root = createRoot(box);
      const stop = startTranslator(style as Style);
      try {
        for (const page of pages) {
          await act(async () => root.render(<Shown part={page} />));
          await new Promise((resolve) => setTimeout(resolve));
          expect(box.textContent).toBe(wordsOf(page));
        }
        await act(async () => root.unmount());
        expect(box.textContent).toBe('');
      } finally {
        stop();
        box.remove();
      }
    }),
    { numRuns: 150 },
  );
});
