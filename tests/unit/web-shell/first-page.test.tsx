// @vitest-environment jsdom
import '../book-visit/one-realm';
// Dexie's live queries use the global indexedDB, which this import sets.
import 'fake-indexeddb/auto';
import { act, cleanup, render, screen } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { prerenderHome } from '../../../src/build/prerender-home';
import { metro } from '../../../src/city/metro/metro';
import { place } from '../../../src/city/metro/place';
import type { City } from '../../../src/domain/city/city';
import { configureCity } from '../../../src/domain/city/configure-city';
import { startDraft } from '../../../src/offline/store/draft/drafts';
import { hasPhoneStore } from '../../../src/offline/store/engine/has-phone-store';
import { loadWords, WordsProvider } from '../../../src/web/copy/words';
import { AppRoutes } from '../../../src/web/resident/routes';
import { holdPresses } from '../../../src/web/resident/shell/frame/hold-presses';
import { createLatePhone, type OpenPhone } from '../../../src/web/resident/shell/phone/create-late-phone';
import { PhoneSourceProvider } from '../../../src/web/resident/shell/phone/phone-context';
import { makePhone } from './render-page';

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({
    matches: true,
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function cityWith(phone: string): City {
  const settings = { ...metro.settings, contacts: [{ label: 'Layanan', phone }] };
  return configureCity(metro, { settings, catalogue: metro.catalogue });
}

async function drawFirstPage(open: OpenPhone) {
  const phone = createLatePhone(place, open);
  const app = (
    <WordsProvider words={await loadWords('id', ['resident'])}>
      <PhoneSourceProvider source={phone}>
        <BrowserRouter>
          <AppRoutes />
        </BrowserRouter>
      </PhoneSourceProvider>
    </WordsProvider>
  );
  return { phone, app };
}

describe('the first page', () => {
  it("is hydrated as the build drew it, in dark mode too, and stays while the phone's code loads", async () => {
    const { phone, app } = await drawFirstPage(() => new Promise(() => {}));
    const root = document.createElement('div');
    root.innerHTML = await prerenderHome();
    document.body.append(root);
    const drawn = { heading: root.querySelector('h1'), book: root.querySelector('a[href="/ajukan"]') };
    expect(drawn.heading?.textContent).toBeTruthy();
    const troubles: unknown[] = [];
    const hydrated = await act(async () => {
      void phone.load();
      return hydrateRoot(root, app, { onRecoverableError: (error) => troubles.push(error) });
    });
    expect(troubles).toEqual([]);
    expect(root.querySelector('h1')).toBe(drawn.heading);
    expect(root.querySelector('a[href="/ajukan"]')).toBe(drawn.book);
    await act(async () => hydrated.unmount());
    root.remove();
  });

  it('holds a press that came before it was hydrated, and answers it then', async () => {
    const { app } = await drawFirstPage(() => new Promise(() => {}));
    const root = document.createElement('div');
    root.innerHTML = await prerenderHome();
    document.body.append(root);
    const places: string[] = [];
    const notePlace = vi.spyOn(history, 'pushState').mockImplementation((_data, _unused, url) => {
      places.push(String(url));
    });
    holdPresses();
    const hydrated = await act(async () => {
      const taken = hydrateRoot(root, app);
      root.querySelector<HTMLElement>('a[href="/ajukan"]')?.click();
      expect(places).toEqual([]);
      return taken;
    });
    expect(places).toEqual(['/ajukan']);
    await act(async () => hydrated.unmount());
    notePlace.mockRestore();
    root.remove();
  });

  it('shows what the phone keeps once its code is loaded, also after a failed attempt', async () => {
    const kept = makePhone();
    await startDraft(kept.store, 0, { recipientName: 'Siti Contoh' });
    let tries = 0;
    const { phone, app } = await drawFirstPage(async () => {
      tries += 1;
      if (tries === 1) throw new TypeError('Failed to fetch dynamically imported module');
      return kept;
    });
    render(app);
    expect(screen.getByRole('heading', { level: 1 })).toBeTruthy();
    await expect(phone.load()).rejects.toThrow('Failed to fetch');
    expect(phone.read()).toBeUndefined();
    await act(async () => {
      await phone.load();
    });
    expect(await screen.findByText(/Siti Contoh/)).toBeTruthy();
    await phone.load();
    expect(tries).toBe(2);
  });

  it('shows what the city edits, before the phone is open and while the app is in use', async () => {
    let tellCity: (city: City) => void = () => {};
    const { phone, app } = await drawFirstPage(async (onChange) => {
      tellCity = (city) => onChange({ city });
      tellCity(cityWith('+6281200000001'));
      return makePhone();
    });
    render(app);
    await act(async () => {
      await phone.load();
    });
    expect(screen.getByRole('link', { name: /81200000001/ })).toBeTruthy();
    await act(async () => tellCity(cityWith('+6281200000002')));
    expect(screen.getByRole('link', { name: /81200000002/ })).toBeTruthy();
    expect(phone.read()?.city.settings.contacts).toHaveLength(1);
  });
});

describe('hasPhoneStore', () => {
  it('recognises a phone that keeps nothing, and assumes kept data where it cannot tell', async () => {
    vi.stubGlobal('indexedDB', { databases: async () => [{ name: 'another' }] });
    expect(await hasPhoneStore()).toBe(false);
    vi.stubGlobal('indexedDB', { databases: async () => [{ name: 'mpp-mobile' }] });
    expect(await hasPhoneStore()).toBe(true);
    vi.stubGlobal('indexedDB', { databases: () => Promise.reject(new DOMException('no', 'SecurityError')) });
    expect(await hasPhoneStore()).toBe(true);
    vi.stubGlobal('indexedDB', undefined);
    expect(await hasPhoneStore()).toBe(true);
  });
});
