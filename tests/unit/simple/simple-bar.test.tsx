// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Link, MemoryRouter } from 'react-router-dom';
import { afterEach, expect, test, vi } from 'vitest';
import { loadWords, WordsProvider } from '../../../src/web/copy/words';
import { languageOf } from '../../../src/web/resident/simple/language-of';
import { SimpleBar } from '../../../src/web/resident/simple/simple-bar';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function show() {
  const words = await loadWords('id', ['resident', 'simple']);
  render(
    <WordsProvider words={words}>
      <MemoryRouter>
        <SimpleBar offerAside={() => {}} />
        <main>
          <h1>Mau apa hari ini?</h1>
          <p>Petugas datang ke rumah Anda.</p>
          <Link data-read="never" to="?bagian=rw">
            Bagian lain
          </Link>
        </main>
      </MemoryRouter>
    </WordsProvider>,
  );
}

/** Stands in for the browser's speech, which jsdom lacks; keeps what it was told to say. */
function phoneWithVoices(languages: readonly string[]) {
  const said: string[] = [];
  const voices = languages.map((lang) => ({ lang, localService: true }));
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      constructor(readonly text: string) {}
    },
  );
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => voices,
    addEventListener: (_name: string, onChange: () => void) => onChange(),
    speak: ({ text }: { text: string }) => said.push(text),
    cancel: () => said.push('(berhenti)'),
  });
  return said;
}

test('the page is read in its language, until a press silences it', async () => {
  const said = phoneWithVoices(['en-US', 'id_ID']);
  await show();
  await userEvent.click(screen.getByRole('button', { name: 'Bacakan' }));
  await screen.findByRole('button', { name: 'Berhenti' });
  expect(said.slice(1)).toEqual(['Mau apa hari ini?', 'Petugas datang ke rumah Anda.']);
  await userEvent.click(screen.getByRole('button', { name: 'Berhenti' }));
  expect(said.at(-1)).toBe('(berhenti)');
  expect(screen.getByRole('button', { name: 'Bacakan' })).toBeTruthy();
});

test.each(['ind-IDN', 'in_ID', 'id_ID_#Latn', 'IND', 'id'])(
  'a voice named %s reads Indonesian',
  async (name) => {
    const said = phoneWithVoices(['eng-USA', name]);
    await show();
    await userEvent.click(screen.getByRole('button', { name: 'Bacakan' }));
    await screen.findByRole('button', { name: 'Berhenti' });
    expect(said).toContain('Mau apa hari ini?');
  },
);

test.each([
  ['jav-IDN', 'jv'],
  ['jw_ID', 'jv'],
  ['jv-ID', 'jv'],
  ['eng-GBR', 'en'],
  ['en_US', 'en'],
  ['su-ID', 'su'],
])('%s is read as %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});

test('reading stops when the same page shows another part', async () => {
  const said = phoneWithVoices(['id-ID']);
  await show();
  await userEvent.click(screen.getByRole('button', { name: 'Bacakan' }));
  await screen.findByRole('button', { name: 'Berhenti' });
  await userEvent.click(screen.getByRole('link', { name: 'Bagian lain' }));
  await screen.findByRole('button', { name: 'Bacakan' });
  expect(said.at(-1)).toBe('(berhenti)');
});

test.each([
  ['only voices of other languages', () => phoneWithVoices(['en-US'])],
  ['no voice at all', () => phoneWithVoices([])],
  ['no speech at all', () => []],
])('a phone with %s says so in words', async (_name, prepare) => {
  prepare();
  await show();
  await userEvent.click(screen.getByRole('button', { name: 'Bacakan' }));
  await screen.findByText(/belum punya suara untuk bahasa ini/);
});
