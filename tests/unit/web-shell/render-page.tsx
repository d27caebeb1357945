import { render } from '@testing-library/react';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { metro } from '../../../src/city/metro/metro';
import type { City } from '../../../src/domain/city/city';
import { openPhoneStore } from '../../../src/offline/store/engine/phone-store';
import { createSync } from '../../../src/offline/sync/create-sync';
import { loadWords, WordsProvider } from '../../../src/web/copy/words';
import type { ResidentPhone } from '../../../src/web/resident/shell/phone/phone-context';
import { PhoneProvider } from '../../../src/web/resident/shell/phone/phone-context';

const words = await loadWords('id', ['resident', 'services']);
const TEST_NOW_MS = Date.UTC(2026, 10, 24, 3, 0);

/** Makes a phone with an empty real store and a network that is down. */
export function makePhone(city: City = metro): ResidentPhone {
  const store = openPhoneStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  const sync = createSync({ store, fetch: () => Promise.reject(new TypeError('no network')) });
  return { store, sync, city, now: () => TEST_NOW_MS, isTimeSure: () => true };
}

/** Renders at an address with the words, a router and a phone. */
export function renderPage(element: ReactNode, address: string, city: City = metro) {
  return render(
    <MemoryRouter initialEntries={[address]}>
      <WordsProvider words={words}>
        <PhoneProvider phone={makePhone(city)}>{element}</PhoneProvider>
      </WordsProvider>
    </MemoryRouter>,
  );
}
