// @vitest-environment jsdom
import '../book-visit/one-realm';
// Dexie's live queries use the global indexedDB, which this import sets.
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BookingId } from '../../../src/domain/booking/booking';
import { buildChecklist } from '../../../src/domain/checklist/checklist';
import { addPhoto } from '../../../src/offline/store/photo/photos';
import { loadWords, WordsProvider } from '../../../src/web/copy/words';
import { PhotosRoutes } from '../../../src/web/resident/photos/photos-routes';
import type { ResidentPhone } from '../../../src/web/resident/shell/phone/phone-context';
import { PhoneProvider } from '../../../src/web/resident/shell/phone/phone-context';
import { makeRow, NOW_MS } from '../visits/make-visit';
import { makePhoneWithVisit, takeAnswer } from '../visits/phone-with-visit';

const words = await loadWords('id', ['resident', 'photos']);

// jsdom lacks these.
beforeEach(() => {
  URL.createObjectURL = () => 'blob:picture';
  window.scrollTo = () => undefined;
  URL.revokeObjectURL = () => undefined;
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function show(address: string, phone: ResidentPhone) {
  return render(
    <MemoryRouter initialEntries={[address]}>
      <WordsProvider words={words}>
        <PhoneProvider phone={phone}>
          <Routes>
            <Route path="foto/*" element={<PhotosRoutes />} />
          </Routes>
        </PhoneProvider>
      </WordsProvider>
    </MemoryRouter>,
  );
}

/** Makes a visit with a photo of its first requirement. */
async function makeVisitWithPhoto() {
  const { phone, id } = await makePhoneWithVisit();
  const { catalogue } = phone.city;
  const services = catalogue.services.filter((service) => makeRow().services.includes(service.id));
  const requirement = buildChecklist(services, {}, catalogue).items[0]?.requirement;
  if (requirement === undefined) throw new Error('no requirement');
  const bytes = new Uint8Array([0xff, 0xd8, 0xff]);
  await addPhoto(phone.store, { bookingId: id, requirementId: requirement.id, bytes }, NOW_MS);
  const [photo] = await phone.store.photos.toArray();
  if (photo === undefined) throw new Error('no photo');
  return { phone, id, requirement, photo };
}

async function judge(phone: ResidentPhone, id: BookingId, judged: 'readable' | 'unreadable', said?: string) {
  const [photo] = await phone.store.photos.toArray();
  if (photo === undefined) throw new Error('no photo');
  await phone.store.photos.update(photo.id, { status: 'sent' });
  const known = { photo: photo.photo, requirementId: photo.requirementId, state: judged };
  const photos = [said === undefined ? known : { ...known, words: said }];
  await takeAnswer(phone, { row: makeRow({ id, photos }) });
}

describe('the photos of a visit', () => {
  test("wait to be sent, then come back unreadable with the desk's words and a way to take another", async () => {
    const { phone, id, requirement, photo } = await makeVisitWithPhoto();
    show(`/foto/${id}`, phone);
    expect(await screen.findByText('Menunggu dikirim')).toBeTruthy();
    expect(await screen.findByRole('img', { name: `Foto ${requirement.name}` })).toBeTruthy();
    await judge(phone, id, 'unreadable', 'Bagian bawah terpotong');
    expect(await screen.findByText('Belum terbaca')).toBeTruthy();
    expect(screen.getByText('Bagian bawah terpotong')).toBeTruthy();
    const again = screen.getByRole('link', { name: `Foto ulang ${requirement.name}` });
    expect(again.getAttribute('href')).toBe(`/foto/${id}/${requirement.id}?ganti=${photo.id}`);
    // The resident sees which one it is: the phone keeps the picture until the visit is over.
    expect(screen.getByRole('img', { name: `Foto ${requirement.name}` })).toBeDefined();
  });

  test('say when one is readable, and can be removed after a confirmation', async () => {
    const { phone, id, requirement } = await makeVisitWithPhoto();
    await judge(phone, id, 'readable');
    show(`/foto/${id}`, phone);
    expect(await screen.findByText('Terbaca')).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: `Hapus foto ${requirement.name}` }));
    await userEvent.click(screen.getByRole('button', { name: 'Jangan hapus' }));
    expect(await phone.store.outbox.count()).toBe(0);
    await userEvent.click(screen.getByRole('button', { name: `Hapus foto ${requirement.name}` }));
    await userEvent.click(screen.getByRole('button', { name: 'Hapus foto' }));
    await vi.waitFor(() => expect(screen.queryByText('Terbaca')).toBeNull());
    expect((await phone.store.outbox.toArray()).map(({ name }) => name)).toEqual(['remove-photo']);
  });

  test('can be removed when they came with a visit from another phone', async () => {
    const { phone, id, requirement, photo } = await makeVisitWithPhoto();
    await judge(phone, id, 'readable');
    await phone.store.photos.clear();
    show(`/foto/${id}`, phone);
    await userEvent.click(await screen.findByRole('button', { name: `Hapus foto ${requirement.name}` }));
    await userEvent.click(screen.getByRole('button', { name: 'Hapus foto' }));
    await vi.waitFor(() => expect(screen.queryByText('Terbaca')).toBeNull());
    expect((await phone.store.outbox.toArray()).map(({ name }) => name)).toEqual(['remove-photo']);
    expect(await phone.store.photos.toArray()).toMatchObject([{ status: 'removing', photo: photo.photo }]);
  });

  test('say why one was refused', async () => {
    const { phone, id, photo } = await makeVisitWithPhoto();
    const problem = { type: 'urn:x', title: 'x', status: 422, code: 'photo-unreadable' as const };
    await phone.store.photos.update(photo.id, { status: 'refused', problem });
    show(`/foto/${id}`, phone);
    expect(await screen.findByText('Tidak diterima')).toBeTruthy();
    expect(screen.getByText('Foto tidak dapat dibuka. Ambil foto lagi.')).toBeTruthy();
  });

  test('wait for Wi-Fi where the resident asks for it, and for a press where the phone does not name its connection', async () => {
    const { phone, id } = await makeVisitWithPhoto();
    await takeAnswer(phone, { row: makeRow({ id }) });
    show(`/foto/${id}`, phone);
    expect(screen.queryByRole('button', { name: 'Kirim sekarang' })).toBeNull();
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Kirim foto hanya lewat Wi-Fi' }));
    expect(await screen.findByText('Menunggu Wi-Fi')).toBeTruthy();
    expect(screen.getByText(/HP ini tidak memberi tahu jenis sambungannya/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Kirim sekarang' }));
    expect(await screen.findByText('Menunggu dikirim')).toBeTruthy();
  });

  test('of a booking that this phone does not have are not shown', async () => {
    const { phone } = await makeVisitWithPhoto();
    show('/foto/unknown', phone);
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
    expect(screen.queryByText('Cara mengirim')).toBeNull();
  });
});

describe('a phone without a camera', () => {
  test("says so, and offers the camera app and the phone's pictures", async () => {
    const { phone, id, requirement } = await makeVisitWithPhoto();
    const { container } = show(`/foto/${id}/${requirement.id}`, phone);
    await userEvent.click(await screen.findByRole('button', { name: 'Buka kamera' }));
    expect(await screen.findByText('Kamera tidak bisa dibuka di sini')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Pilih foto dari HP' })).toBeTruthy();
    expect(container.querySelector('input[capture=environment]')).not.toBeNull();
  });
});

describe('a file from the phone', () => {
  /** A file whose bytes are read as given: jsdom's own cannot be read. */
  const fileOf = (read: () => Promise<ArrayBuffer>) =>
    Object.defineProperty(new File(['x'], 'ktp.jpg', { type: 'image/jpeg' }), 'slice', {
      value: () => ({ arrayBuffer: read }),
    });
  const unread = () => fileOf(() => Promise.reject(new DOMException('gone', 'NotReadableError')));
  const heic = '\0\0\0\u0018ftypheic\0\0\0\0mif1heic\0\0\0\u0014ispe\0\0\0\0\0\0\u000f\0\0\0\u000b\0';

  test.each([
    ['that lies in the cloud', unread, /mungkin masih di internet/],
    [
      'that is empty, as one in the cloud',
      () => new File([], 'a.jpg', { type: 'image/jpeg' }),
      /mungkin masih di internet/,
    ],
    [
      'in HEIC, where the browser opens none',
      () => fileOf(async () => new TextEncoder().encode(heic).buffer),
      /foto HEIC/,
    ],
  ])('%s is told from a broken one', async (_, make, said) => {
    const { phone, id, requirement } = await makeVisitWithPhoto();
    const { container } = show(`/foto/${id}/${requirement.id}`, phone);
    await screen.findByRole('button', { name: 'Pilih foto dari HP' });
    const input = container.querySelector<HTMLInputElement>('input[type=file]');
    if (input === null) throw new Error('no input for a file');
    vi.stubGlobal(
      'Image',
      class {
        decode = () => Promise.reject(new DOMException('no', 'EncodingError'));
      },
    );
    await userEvent.upload(input, make());
    expect(await screen.findByText(said)).toBeTruthy();
    vi.unstubAllGlobals();
  });
});
