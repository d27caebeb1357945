// @vitest-environment jsdom
import '../book-visit/one-realm';
// Dexie's live queries use the global indexedDB, which this import sets.
import 'fake-indexeddb/auto';
// Loads the numbering plans now: a page lets a number pass that it cannot judge soon.
import '../../../src/web/ui/number-abroad/number-abroad';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallbackRow } from '../../../src/contract/callback-row';
import type { ProblemDetails } from '../../../src/contract/problem';
import { readDevice } from '../../../src/offline/store/secret/device-key';
import { applySync } from '../../../src/offline/sync/apply-sync';
import { loadWords, WordsProvider } from '../../../src/web/copy/words';
import { PhoneProvider } from '../../../src/web/resident/shell/phone/phone-context';
import { CallbackRoutes } from '../../../src/web/resident/visits/callback/callback-routes';
import { VisitsRoutes } from '../../../src/web/resident/visits/visits-routes';
import { standInForDialogs } from '../../support/modal-dialogs';
import { makePhone } from '../visits/phone-with-visit';

const words = await loadWords('id', ['resident', 'visits']);
const LIMIT: ProblemDetails = {
  type: 'urn:mpp-mobile:problem:callback-limit-reached',
  title: 'Callback limit reached',
  status: 429,
  code: 'callback-limit-reached',
};

function show(address: string, phone = makePhone()) {
  render(
    <MemoryRouter initialEntries={[address]}>
      <WordsProvider words={words}>
        <PhoneProvider phone={phone}>
          <Routes>
            <Route path="/telepon/*" element={<CallbackRoutes />} />
            <Route path="/kunjungan/*" element={<VisitsRoutes />} />
          </Routes>
        </PhoneProvider>
      </WordsProvider>
    </MemoryRouter>,
  );
  return { phone, user: userEvent.setup() };
}

/** Asks for a callback on a phone without a network. */
async function ask() {
  const shown = show('/telepon');
  await shown.user.type(await screen.findByLabelText('Nama Anda'), 'Budi Contoh');
  await shown.user.type(screen.getByLabelText('Nomor telepon'), '0812 3456 7890');
  await shown.user.dblClick(screen.getByRole('button', { name: 'Kirim' }));
  await screen.findByText('Tersimpan di HP ini');
  const [callback] = await shown.phone.store.callbacks.toArray();
  if (callback === undefined) throw new Error('no callback was kept');
  return { ...shown, id: callback.id };
}

type Phone = ReturnType<typeof makePhone>;
type Answer = { problem?: ProblemDetails; row?: Partial<CallbackRow> };

/** Applies what a server would answer to every waiting command. */
async function takeAnswer({ store, now }: Phone, id: CallbackRow['id'], { problem, row }: Answer) {
  const results = (await store.outbox.toArray()).map((sent) =>
    problem === undefined
      ? ({ id: sent.id, outcome: 'done' } as const)
      : ({ id: sent.id, outcome: 'refused', problem } as const),
  );
  const callback: CallbackRow = {
    id,
    state: 'asked',
    revision: 3,
    promisedBy: new Date(now() + 3_600_000).toISOString(),
    changedAt: new Date(now()).toISOString(),
    ...row,
  };
  const callbacks = row === undefined ? [] : [callback];
  await applySync(store, (await readDevice(store)).id, { results, changes: [], callbacks }, now());
}

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined);
  standInForDialogs();
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('Minta ditelepon', () => {
  it('takes a number abroad, names its country, and refuses one that no country has', async () => {
    const { phone, user } = show('/telepon');
    await user.type(await screen.findByLabelText('Nama Anda'), 'Budi Contoh');
    const field = screen.getByLabelText('Nomor telepon');
    await user.type(field, '+60 99');
    await user.click(screen.getByRole('button', { name: 'Kirim' }));
    expect((await screen.findByRole('alert')).textContent).toContain('kurang angkanya');
    await user.type(field, '999 9999');
    await user.click(screen.getByRole('button', { name: 'Kirim' }));
    await vi.waitFor(() =>
      expect(screen.getByRole('alert').textContent).toContain('Nomor luar negeri ini tidak ada'),
    );
    expect(await phone.store.callbacks.count()).toBe(0);
    await user.clear(field);
    await user.type(field, '0060 12-345 6789');
    expect(await screen.findByText('+60 12 345 6789 (Malaysia)')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Kirim' }));
    expect(await screen.findByText('Budi Contoh, +60 12 345 6789 (Malaysia)')).toBeTruthy();
  });

  it('says what is missing, and sends nothing', async () => {
    const { phone, user } = show('/telepon');
    await user.type(await screen.findByLabelText('Nomor telepon'), '0812');
    await user.click(screen.getByRole('button', { name: 'Kirim' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Isi nama Anda');
    expect(alert.textContent).toContain('kurang angkanya');
    expect(await phone.store.outbox.count()).toBe(0);
  });

  it('is kept without a network, once for two presses, with no name or number readable on the disk', async () => {
    const { phone } = await ask();
    expect((await phone.store.outbox.toArray()).map(({ name }) => name)).toEqual(['ask-callback']);
    screen.getByText('Budi Contoh, 0812-3456-7890');
    const rows = [await phone.store.callbacks.toArray(), await phone.store.outbox.toArray()];
    expect(JSON.stringify(rows)).not.toMatch(/Budi|81234567890/);
  });

  it('promises only what the server said, then forgets the name and number', async () => {
    const { phone, id } = await ask();
    await takeAnswer(phone, id, {});
    await screen.findByText('Terkirim');
    expect(screen.queryByText(/paling lambat/)).toBeNull();
    expect(screen.queryByText(/Budi/)).toBeNull();
    await takeAnswer(phone, id, { row: { promisedBy: '2026-12-01T07:30:00.000Z' } });
    await screen.findByText('Kami menelepon paling lambat Selasa 1 Desember 2026, pukul 14.30.');
    expect((await phone.store.callbacks.get(id))?.sealed).toBeUndefined();
    await takeAnswer(phone, id, { row: { revision: 2, state: 'withdrawn' } });
    await takeAnswer(phone, id, { row: { revision: 4, promisedBy: '2026-01-01T00:00:00.000Z' } });
    await screen.findByText(/Kami terlambat menelepon/);
    await takeAnswer(phone, id, { row: { revision: 5, state: 'done' } });
    await screen.findByText('Sudah selesai');
  });

  it('is withdrawn by a command once the server has it, and stays deleted after another answer', async () => {
    const { phone, user, id } = await ask();
    const withdraw = async () => {
      await user.click(await screen.findByRole('button', { name: 'Batalkan' }));
      await user.click(screen.getByRole('button', { name: 'Ya, batalkan' }));
    };
    await takeAnswer(phone, id, { row: {} });
    await screen.findByText(/paling lambat/);
    await withdraw();
    await screen.findByText('Pembatalan menunggu dikirim.');
    expect((await phone.store.outbox.toArray()).map(({ name }) => name)).toEqual(['withdraw-callback']);
    await takeAnswer(phone, id, { row: { state: 'withdrawn', revision: 9 } });
    await screen.findByText('Dibatalkan');
    await user.click(screen.getByRole('button', { name: 'Hapus dari daftar' }));
    await screen.findByLabelText('Nama Anda');
    await takeAnswer(phone, id, { row: { state: 'withdrawn', revision: 9 } });
    expect(await phone.store.callbacks.count()).toBe(0);
  });

  it('is deleted at once when it is withdrawn before the first attempt to send it', async () => {
    const { phone, user } = await ask();
    phone.sync.stop();
    // The last attempt to send, after any that the page has started.
    await phone.sync.syncNow();
    expect((await phone.store.outbox.toArray())[0]?.triedAtMs).toBeDefined();
    await phone.store.outbox.toCollection().modify({ triedAtMs: undefined });
    await user.click(await screen.findByRole('button', { name: 'Batalkan' }));
    await user.click(screen.getByRole('button', { name: 'Ya, batalkan' }));
    await screen.findByLabelText('Nama Anda');
    expect(await phone.store.outbox.count()).toBe(0);
  });

  it('says a refusal in words, and can be sent again as it was typed', async () => {
    const { phone, user, id } = await ask();
    await takeAnswer(phone, id, { problem: LIMIT });
    await screen.findByText(/Masih ada 3 permintaan telepon/);
    await user.click(screen.getByRole('button', { name: 'Kirim lagi' }));
    await screen.findByText('Tersimpan di HP ini');
    screen.getByText('Budi Contoh, 0812-3456-7890');
    const kept = await phone.store.callbacks.toArray();
    expect(kept).toHaveLength(1);
    expect(kept[0]?.id).not.toBe(id);
  });

  it('is listed in "Kunjungan saya" too', async () => {
    const { phone } = await ask();
    cleanup();
    show('/kunjungan', phone);
    const link = await screen.findByRole('link', { name: 'Minta ditelepon' });
    expect(link.getAttribute('href')).toBe('/telepon');
    screen.getByText('Tersimpan di HP ini');
    expect(screen.queryByText(/Belum ada kunjungan/)).toBeNull();
  });
});
