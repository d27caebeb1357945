// @vitest-environment jsdom
import '../book-visit/one-realm';
// Dexie's live queries use the global indexedDB, which this import sets.
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startDraft } from '../../../src/offline/store/draft/drafts';
import { fullDayWords, hourWords, instantWords, shortDayWords } from '../../../src/web/copy/dates';
import { chooseLanguage, readLanguage } from '../../../src/web/copy/language-choice';
import { langOf, noteUntranslated } from '../../../src/web/copy/untranslated';
import { loadWords, WordsProvider } from '../../../src/web/copy/words';
import { loadCityWords } from '../../../src/web/resident/shell/language/city-words';
import { LanguageSwitch } from '../../../src/web/resident/shell/language/language-switch';
import { PhoneProvider } from '../../../src/web/resident/shell/phone/phone-context';
import { NOW, openNewPhone, renderBooking } from '../book-visit/render-booking';
import { makePhone } from '../web-shell/render-page';

const words = await loadWords('id', ['resident', 'booking']);

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
  localStorage.clear();
});

afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await loadWords('id', []);
});

async function speak(locale: 'id' | 'jv' | 'en'): Promise<void> {
  await act(async () => {
    await loadCityWords(locale);
    await chooseLanguage(locale);
  });
}

describe('switching the language', () => {
  it('keeps the typed text on the same page, in all three languages', async () => {
    const store = openNewPhone();
    const draft = await startDraft(store, NOW);
    renderBooking(store, `/ajukan/${draft.id}/penerima`);
    const name = await screen.findByRole('textbox', { name: /Nama lengkap/ });
    fireEvent.change(name, { target: { value: 'Contoh Nenek' } });
    await speak('jv');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Sinten ingkang dipunladosi');
    expect(screen.getByRole('textbox', { name: /Asma jangkep/ })).toHaveProperty('value', 'Contoh Nenek');
    await speak('en');
    expect(screen.getByRole('textbox', { name: /Full name/ })).toBe(name);
    expect(name).toHaveProperty('value', 'Contoh Nenek');
  });

  it('translates the services too, and keeps the chosen one', async () => {
    const store = openNewPhone();
    const draft = await startDraft(store, NOW, { services: ['akta-kematian' as never] });
    renderBooking(store, `/ajukan/${draft.id}/layanan`);
    expect(await screen.findByRole('checkbox', { name: 'Akta kematian' })).toHaveProperty('checked', true);
    await speak('en');
    expect(screen.getByRole('checkbox', { name: 'Death certificate' })).toHaveProperty('checked', true);
    expect(screen.queryByText('Akta kematian')).toBeNull();
  });

  it('happens at a press, is kept on the phone and is told to screen readers', async () => {
    render(
      <MemoryRouter>
        <WordsProvider words={words}>
          <PhoneProvider phone={makePhone()}>
            <LanguageSwitch />
          </PhoneProvider>
        </WordsProvider>
      </MemoryRouter>,
    );
    expect(screen.getByRole('button', { name: 'Indonesia' }).getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: 'English' }));
    expect(await screen.findByRole('group', { name: 'Language' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'English' }).getAttribute('aria-pressed')).toBe('true');
    expect(document.documentElement.lang).toBe('en');
    expect(readLanguage()).toBe('en');
  });

  it('falls back to Indonesian where the phone keeps no language or an unknown one', () => {
    expect(readLanguage()).toBe('id');
    localStorage.setItem('mpp-language', 'toString');
    expect(readLanguage()).toBe('id');
  });
});

describe('a city text without a translation', () => {
  it('is marked as Indonesian only on a page in another language', async () => {
    noteUntranslated(['Kata kota.']);
    expect(langOf('Kata kota.')).toBeUndefined();
    await loadWords('jv', []);
    expect(langOf('Kata kota.')).toBe('id');
    expect(langOf('Tembung sanes')).toBeUndefined();
  });
});

describe('days and hours', () => {
  it.each([
    ['id', 'Jumat 4 Desember 2026', 'Jum 4 Des', '08.00–11.30', '24 Nov, 22.15'],
    ['jv', 'Jemuwah 4 Desember 2026', 'Jem 4 Des', '08.00–11.30', '24 Nov, 22.15'],
    ['en', 'Friday 4 December 2026', 'Fri 4 Dec', '08:00–11:30', '24 Nov, 22:15'],
  ])('are written in the usual form of %s', (locale, full, short, hours, instant) => {
    expect(fullDayWords('2026-12-04', locale)).toBe(full);
    expect(shortDayWords('2026-12-04', locale, '2026-01-01')).toBe(short);
    expect(shortDayWords('2026-12-04', locale, '2027-01-01')).toBe(`${short} 2026`);
    expect(shortDayWords('2026-12-04', locale)).toBe(`${short} 2026`);
    expect(hourWords({ start: '08:00', end: '11:30' }, locale)).toBe(hours);
    // Midnight at the end of 31 December 2026 in Metro.
    const newYearMs = Date.parse('2026-12-31T17:00:00Z');
    const withYear = instant.replace(',', ' 2026,');
    expect(instantWords('2026-11-24T15:15:00Z', locale, 420, newYearMs - 1)).toBe(instant);
    expect(instantWords('2026-11-24T15:15:00Z', locale, 420, newYearMs)).toBe(withYear);
    expect(instantWords('2026-11-24T15:15:00Z', locale, 420)).toBe(withYear);
  });
});
