import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { loadWords, WordsProvider } from '../../../src/web/copy/words';

const words = await loadWords('id', ['resident', 'visits']);

/** Renders with what every component may rely on: the router and the Indonesian words. */
export function renderUi(element: ReactNode) {
  return render(
    <MemoryRouter>
      <WordsProvider words={words}>{element}</WordsProvider>
    </MemoryRouter>,
  );
}
