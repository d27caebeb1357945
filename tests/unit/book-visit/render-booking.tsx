import { render } from '@testing-library/react';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createMemoryRouter, Route, RouterProvider, Routes } from 'react-router-dom';
import { metro } from '../../../src/city/metro/metro';
import { openPhoneStore, type PhoneStore } from '../../../src/offline/store/engine/phone-store';
import { createSync } from '../../../src/offline/sync/create-sync';
import { loadWords, WordsProvider } from '../../../src/web/copy/words';
import { BookVisitRoutes } from '../../../src/web/resident/book-visit/book-visit-routes';
import { PhoneProvider } from '../../../src/web/resident/shell/phone/phone-context';
import { type Aside, FieldAside } from '../../../src/web/ui/field/field-aside';

const words = await loadWords('id', ['resident', 'booking', 'simple']);

/** Monday 30 November 2026, 09.00 in Metro. */
export const NOW = Date.parse('2026-11-30T02:00:00Z');

export const noConnection: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));

/** Opens the store of a phone that has never had the app. */
export function openNewPhone(): PhoneStore {
  return openPhoneStore({ name: 'book-visit', indexedDB: new IDBFactory(), IDBKeyRange });
}

/** Opens the booking pages at `path` on a phone without a connection; `aside` renders below each field. */
export function renderBooking(store: PhoneStore, path: string, aside?: Aside) {
  const now = () => NOW;
  const sync = createSync({ store, fetch: noConnection, now });
  const phone = { store, sync, city: metro, now, isTimeSure: () => true };
  const router = createMemoryRouter(
    [
      {
        path: '*',
        element: (
          <Routes>
            <Route path="ajukan/*" element={<BookVisitRoutes />} />
            <Route path="*" element={<p>Halaman lain</p>} />
          </Routes>
        ),
      },
    ],
    { initialEntries: [path] },
  );
  const screen = render(
    <WordsProvider words={words}>
      <PhoneProvider phone={phone}>
        <FieldAside value={aside}>
          <RouterProvider router={router} />
        </FieldAside>
      </PhoneProvider>
    </WordsProvider>,
  );
  return { ...screen, router };
}
