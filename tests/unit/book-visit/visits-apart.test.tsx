// @vitest-environment jsdom
// Imported before Dexie, which looks only once for the global indexedDB that its live queries need.
import './one-realm';
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PackageId, ServiceId } from '../../../src/domain/catalogue/service';
import { readDraft, startDraft } from '../../../src/offline/store/draft/drafts';
import { NOW, noConnection, openNewPhone, renderBooking } from './render-booking';

beforeEach(() => {
  vi.stubGlobal('fetch', noConnection);
  vi.stubGlobal('scrollTo', () => undefined);
  // jsdom has no layout, so there is nothing to scroll.
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const TITLE = 'Ini perlu lebih dari satu kunjungan';

/** Opens a request for a birth and, beside its package, a licence: services of two programmes. */
async function open() {
  const store = openNewPhone();
  const draft = await startDraft(store, NOW, {
    packageId: 'bayi-lahir' as PackageId,
    services: ['nib', 'pbb'] as ServiceId[],
  });
  renderBooking(store, `/ajukan/${draft.id}/layanan`);
  await screen.findByText(TITLE);
  const chosen = async () => {
    const { packageId, services } = (await readDraft(store, draft.id)) ?? {};
    return { packageId, services };
  };
  return { chosen };
}

describe('services that no one unit may do together', () => {
  it('are refused as one visit, in words', async () => {
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Lanjut' }));
    expect((await screen.findByRole('alert')).textContent).toContain('tidak bisa dalam satu kunjungan');
  });

  it('are reduced to one programme by a press, without the package of the other', async () => {
    const { chosen } = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Ajukan NIB dulu (Nasi Ketan)' }));
    await waitFor(async () => expect(await chosen()).toEqual({ packageId: undefined, services: ['nib'] }));
    await waitFor(() => expect(screen.queryByText(TITLE)).toBeNull());
  });

  it('are reduced to the other programme by a press, with its package and the service beside it', async () => {
    const { chosen } = await open();
    await userEvent.click(screen.getByRole('button', { name: /^Ajukan .*Akta kelahiran.*MPP Mobile/ }));
    await waitFor(async () => expect(await chosen()).toEqual({ packageId: 'bayi-lahir', services: ['pbb'] }));
    await waitFor(() => expect(screen.queryByText(TITLE)).toBeNull());
  });
});
