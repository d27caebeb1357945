// @vitest-environment jsdom
import '../book-visit/one-realm';
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepOwnPhoto, readOwnPhoto } from '../../../src/offline/crew/own-photos';
import { makeVisit, NOW_MS } from './make-sheet';
import { makeDevice, renderSheet } from './render-crew';

/** Object URLs that were made and are not revoked yet. */
const openUrls = new Map<string, Blob>();

beforeEach(() => {
  let made = 0;
  URL.createObjectURL = (image) => {
    made += 1;
    openUrls.set(`blob:${made}`, image as Blob);
    return `blob:${made}`;
  };
  URL.revokeObjectURL = (url) => void openUrls.delete(url);
});

afterEach(() => {
  cleanup();
  openUrls.clear();
});

const bytes = new Uint8Array([255, 216, 255, 1, 2, 3]);
const taken = { bytes, kind: 'home', consentedAtMs: NOW_MS } as const;
const pictures = () => [...document.querySelectorAll('img')].map(({ src }) => src);

test('a waiting photo is seen on the phone that took it, and its URL is revoked when the page is left', async () => {
  const visit = await makeVisit();
  const device = await makeDevice([visit]);
  await keepOwnPhoto(device.store, visit, taken, NOW_MS);
  const { unmount } = renderSheet(device, `/${visit.id}`);
  await screen.findByText('Menunggu sinyal');
  await waitFor(() => expect(pictures()).toHaveLength(1));
  expect(pictures()).toEqual([...openUrls.keys()]);
  const [image] = openUrls.values();
  expect(image).toMatchObject({ type: 'image/jpeg', size: bytes.length });
  unmount();
  expect([...openUrls.keys()]).toEqual([]);
});

test('nobody else who signs in on that phone sees it, not even when its row gets into their own database', async () => {
  const visit = await makeVisit();
  const device = await makeDevice([visit]);
  await keepOwnPhoto(device.store, visit, taken, NOW_MS);
  const other = await makeDevice([visit]);
  renderSheet(other, `/${visit.id}`);
  await screen.findByRole('heading', { name: 'Foto (0)' });
  await other.store.ownPhotos.bulkAdd(await device.store.ownPhotos.toArray());
  await screen.findByText('Menunggu sinyal');
  await screen.findByRole('heading', { name: 'Foto (1)' });
  const [row] = await other.store.ownPhotos.toArray();
  expect(row && (await readOwnPhoto(other.store, row.id))).toBeUndefined();
  expect(pictures()).toEqual([]);
  expect(openUrls.size).toBe(0);
});
