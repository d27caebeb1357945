// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCrewSync } from '../../../src/offline/crew/create-crew-sync';
import { NOW_MS } from './make-sheet';
import { fillCrewPhone, freeze, LATEST, makeOther, openTab } from './old-phone';
import { renderSheet } from './render-crew';

const rows = await fillCrewPhone();

beforeEach(() => vi.stubGlobal('scrollTo', () => undefined));
afterEach(cleanup);

function deviceOn(disk: IDBFactory) {
  const store = openTab(disk);
  const fetch = () => Promise.reject(new TypeError('no network'));
  return { store, sync: createCrewSync({ store, fetch, now: () => NOW_MS, locks: null }) };
}

test('a phone whose database comes from a newer app says so in words, and does not wait', async () => {
  const disk = new IDBFactory();
  (await makeOther(disk, LATEST + 1, rows, 'coming')).close();
  renderSheet(deviceOn(disk));
  expect((await screen.findByText(/disimpan oleh versi yang lebih baru/)).textContent).toContain(
    'tidak hilang',
  );
  expect(screen.getByRole('heading', { level: 1, name: 'Lembar tugas' })).toBeTruthy();
  expect(document.querySelector('.skeleton')).toBeNull();
});

test('a phone that another tab holds up says to close that tab, and then shows its visits', async () => {
  const disk = new IDBFactory();
  const old = await makeOther(disk, LATEST - 1, rows);
  freeze(old);
  renderSheet(deviceOn(disk));
  expect(await screen.findByText(/Tutup tab itu/)).toBeTruthy();
  old.close();
  expect(await screen.findAllByText('Siti Contoh')).toHaveLength(2);
  expect(screen.queryByText(/Tutup tab itu/)).toBeNull();
});
