// @vitest-environment jsdom
// Loads the page's code now, so that no test waits for it.
import '../../../src/web/staff/desk/desk-routes';
import '../../../src/web/ui/number-abroad/number-abroad';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { StaffRole } from '../../../src/domain/staff/role';
import { freshBrowserEachTest } from './fresh-browser';
import { ID, makeFile, makeLine } from './make-file';
import { answerCalls, openStaffApp, say, signedInAs } from './staff-page';

const user = userEvent.setup();

freshBrowserEachTest();

/** Opens a request beside the list of finished requests. */
async function openFile(role: StaffRole, change: object, more: object = {}) {
  const file = makeFile(change, more);
  const { id } = file.booking;
  answerCalls({
    'GET /api/staff/me': [say(signedInAs(role))],
    'GET /api/staff/bookings?view=over': [say({ lines: [makeLine(change)], total: 1, cursor: '1' })],
    [`GET /api/staff/bookings/${id}`]: [say(file)],
  });
  await openStaffApp(`/meja/permohonan/${id}?view=over`);
  await screen.findByText('Riwayat');
  await screen.findByText('1 dari 1 permohonan');
  return { file: partOf('.file'), line: partOf('.queue-row') };
}

/** Finds a part by its selector: finding each of the page's many controls by name takes seconds. */
function partOf(place: string): HTMLElement {
  const part = document.querySelector<HTMLElement>(place);
  if (part === null) throw new Error(`No ${place}`);
  return part;
}

it.each(['coordinator', 'kelurahan'] as const)(
  'shows a referral to the %s as a referral, with its destination',
  async (role) => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    const whereTo = 'Kantor Imigrasi';
    const { file, line } = await openFile(role, { state: 'cancelled', referredTo: whereTo });
    for (const part of [file, line]) {
      expect(within(part).getByText('Dirujuk')).toBeTruthy();
      expect(within(part).getByText(`Tujuan: ${whereTo}`)).toBeTruthy();
      expect(within(part).queryByText('Dibatalkan')).toBeNull();
    }
    expect(screen.getByText('Selesai, batal, dirujuk')).toBeTruthy();
    await user.click(screen.getByText('Cetak untuk warga'));
    await vi.waitFor(() => expect(print).toHaveBeenCalled());
    const paper = partOf('.ticket-sheet').textContent;
    expect(paper).toContain('Dirujuk');
    expect(paper).toContain(whereTo);
    expect(paper).not.toContain('Menunggu jadwal');
  },
);

it('names the country of a contact abroad and offers WhatsApp, whichever way was asked for', async () => {
  const { booking } = makeFile({}, {});
  const contact = { name: 'Budi Contoh', phone: '+620000000', phoneAbroad: '+85291234567', channel: 'call' };
  const { file } = await openFile('coordinator', { request: { ...booking.request, contact } });
  expect(await within(file).findByText(/\+852 9123 4567 \(Hong Kong/)).toBeTruthy();
  const links = [...file.querySelectorAll('.file__reach a')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(['tel:+85291234567', 'https://wa.me/85291234567']);
});

it('says of a record made after a referral that the request was referred', async () => {
  const conflict = {
    recordId: '01936f00-0000-7000-8000-00000000000b',
    bookingId: ID,
    number: '12345678',
    why: 'cancelled',
    at: '2026-12-01T02:00:00Z',
  };
  await openFile('coordinator', { state: 'cancelled', referredTo: '' }, { conflicts: [conflict] });
  expect(screen.getByText(/Saat itu permohonan sudah dirujuk/)).toBeTruthy();
});

it('says of each double its state, its time and when it was asked for', async () => {
  const common = { services: ['kk'], submittedAt: '2026-11-30T02:00:00Z' };
  const date = { unit: 'unit-1', date: '2026-12-03', window: 'pagi', start: '08:00', end: '11:30' };
  const doubles = [
    { ...common, id: ID.replace('a', 'c'), number: '22345678', state: 'scheduled', scheduled: date },
    { ...common, id: ID.replace('a', 'd'), number: '32345678', state: 'waiting', place: 2 },
  ];
  await openFile('coordinator', {}, { doubles });
  const wordsOf = (number: string) => screen.getByText(number).closest('li')?.textContent;
  expect(wordsOf('2234 5678')).toContain('Terjadwal · Kam 3 Des, 08.00–11.30, Unit 1');
  expect(wordsOf('3234 5678')).toContain('Daftar tunggu · Urutan 2');
  expect(wordsOf('3234 5678')).toContain('masuk 30 Nov, 09.00');
});

it('names the recipient as the desk sees them, not in the words of the requester', async () => {
  const { file } = await openFile('coordinator', {});
  expect(within(file).getByText('Orang tua pemohon')).toBeTruthy();
  expect(within(file).queryByText('Orang tua saya')).toBeNull();
});

it('explains how to withdraw a question only where one was asked', async () => {
  const ask = async (change: object) => {
    await openFile('coordinator', change);
    await user.click(screen.getByText('Tanya warga'));
    return screen.getByText(/^Warga membacanya di aplikasi/).textContent;
  };
  expect(await ask({})).toBe('Warga membacanya di aplikasi.');
  cleanup();
  const question = { text: 'Foto KK, ya', askedAt: '2026-11-30T02:00:00Z' };
  expect(await ask({ question })).toContain('Kosongkan untuk menarik pertanyaan lama.');
});
