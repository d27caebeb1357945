// @vitest-environment jsdom
import '../book-visit/one-realm';
// Dexie's live queries use the global indexedDB, which this import sets.
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listFamily } from '../../../src/offline/store/family/people';
import { loadWords, WordsProvider } from '../../../src/web/copy/words';
import { FamilyRoutes } from '../../../src/web/resident/family/family-routes';
import { PhoneProvider } from '../../../src/web/resident/shell/phone/phone-context';
import { CallbackRoutes } from '../../../src/web/resident/visits/callback/callback-routes';
import { chooseMode } from '../../../src/web/ui/theme/mode-choice';
import { makePhone } from '../visits/phone-with-visit';

const words = await loadWords('id', ['resident', 'booking', 'family', 'visits']);
const user = userEvent.setup();

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined);
  chooseMode(true);
});
afterEach(() => {
  cleanup();
  chooseMode(false);
  vi.unstubAllGlobals();
});

function show(address: string) {
  const phone = makePhone();
  render(
    <MemoryRouter initialEntries={[address]}>
      <WordsProvider words={words}>
        <PhoneProvider phone={phone}>
          <Routes>
            <Route path="/telepon/*" element={<CallbackRoutes />} />
            <Route path="/keluarga/*" element={<FamilyRoutes />} />
          </Routes>
        </PhoneProvider>
      </WordsProvider>
    </MemoryRouter>,
  );
  return phone;
}

const press = (name: string) => user.click(screen.getByRole('button', { name }));
const fields = () => screen.queryAllByRole('textbox').length + screen.queryAllByRole('searchbox').length;

describe('in simple mode', () => {
  it('a callback is asked for by a name, then a number, and going back loses neither', async () => {
    const phone = show('/telepon');
    const name = await screen.findByLabelText('Nama Anda');
    expect(fields()).toBe(1);
    await press('Lanjut');
    expect(screen.getByRole('alert').textContent).toContain('Isi nama Anda');
    expect(screen.getByRole('alert').textContent).not.toContain('telepon');
    await user.type(name, 'Budi Contoh');
    await press('Lanjut');
    await user.type(await screen.findByLabelText('Nomor telepon'), '0812');
    expect(fields()).toBe(1);
    await press('Kirim');
    expect((await screen.findByRole('alert')).textContent).toContain('kurang angkanya');
    await user.click(screen.getByRole('link', { name: 'Kembali' }));
    expect(await screen.findByLabelText('Nama Anda')).toHaveProperty('value', 'Budi Contoh');
    await press('Lanjut');
    await user.type(await screen.findByLabelText('Nomor telepon'), '34567890');
    await press('Kirim');
    await screen.findByText('Budi Contoh, 0812-3456-7890');
    expect(await phone.store.outbox.count()).toBe(1);
  });

  it('a relative is added by one question after another, needs and address too', async () => {
    const phone = show('/keluarga/tambah');
    await user.click(await screen.findByRole('radio', { name: 'Orang tua saya' }));
    expect(fields()).toBe(0);
    await press('Lanjut');
    await user.type(await screen.findByLabelText('Nama lengkap'), 'Siti Contoh');
    await press('Lanjut');
    await user.type(await screen.findByLabelText('Tahun lahir'), '1950');
    expect(fields()).toBe(1);
    await press('Simpan');
    await user.click(await screen.findByRole('link', { name: /Kebutuhan/ }));
    for (let need = 0; need < 6; need += 1) {
      await user.click(await screen.findByRole('radio', { name: need === 2 ? 'Ya' : 'Tidak' }));
      expect(screen.getAllByRole('radio')).toHaveLength(2);
      expect(fields()).toBe(0);
      await press('Lanjut');
    }
    expect(fields()).toBe(1);
    await press('Simpan');
    await user.click(await screen.findByRole('link', { name: /Alamat/ }));
    await user.type(await screen.findByRole('searchbox'), 'ganjarasri');
    await user.click(await screen.findByRole('radio', { name: /Ganjar Asri/ }));
    await press('Lanjut');
    await user.type(await screen.findByRole('textbox', { name: /Jalan/ }), 'Jalan Contoh 1');
    for (const name of [/^RT/, /^RW/, /Patokan/]) {
      await press('Lanjut');
      await screen.findByRole('textbox', { name });
      expect(fields()).toBe(1);
    }
    await press('Simpan');
    await screen.findByRole('link', { name: /Alamat/ });
    expect(await listFamily(phone.store)).toMatchObject([
      { name: 'Siti Contoh', birthYear: '1950', needs: ['hard-of-hearing'], street: 'Jalan Contoh 1' },
    ]);
  });

  it('an error on another part opens that part', async () => {
    show('/keluarga/tambah?bagian=birthYear');
    await user.type(await screen.findByLabelText('Tahun lahir'), '1950');
    await press('Simpan');
    expect((await screen.findByRole('alert')).textContent).toContain('nama');
    expect(screen.getByLabelText('Nama lengkap').getAttribute('aria-invalid')).toBe('true');
  });
});
