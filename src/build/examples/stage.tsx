import type { I18n } from '@lingui/core';
import { MemoryRouter } from 'react-router-dom';
import { loadWords, WordsProvider } from '../../web/copy/words';
import type { Example } from '../../web/ui/example';
import { Page } from '../../web/ui/page/page';

/** Loads the components' messages, and the one package that a component fetches late. */
export async function loadStageWords(): Promise<I18n> {
  const [words] = await Promise.all([loadWords('id', ['resident']), import('uqr')]);
  return words;
}

/**
 * Renders an example with what every component may rely on: the router, the Indonesian messages, and a page
 * around it.
 */
export function Stage({ example, words }: { example: Example; words: I18n }) {
  const shown = example.render();
  return (
    <MemoryRouter>
      <WordsProvider words={words}>{example.isWholeScreen ? shown : <Page>{shown}</Page>}</WordsProvider>
    </MemoryRouter>
  );
}
