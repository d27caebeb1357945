// @vitest-environment jsdom
// Loads the page's code now, so that no test waits for it.
import '../../../src/web/staff/audit/audit-entries-page';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { makePublicNumber } from '../../../src/domain/booking/public-number';
import { freshBrowserEachTest } from './fresh-browser';
import { answerCalls, openStaffApp, type Said, say, signedInAs } from './staff-page';

const user = userEvent.setup();
const admin = signedInAs('admin');
const NUMBER = makePublicNumber(4_827_193);

const line = {
  seq: 7,
  at: '2026-12-01T04:00:00.000Z',
  staffId: admin.me.id,
  staffName: 'Contoh Koordinator',
  address: '10.0.0.7',
  action: 'move-visit',
  number: NUMBER,
  detail: '{"outcome":"refused","problem":"booking-changed","numbers":["48271936"],"role":"crew","later":3}',
  hash: 'aa',
};

async function open(path: string, calls: Readonly<Record<string, readonly Said[]>>) {
  const asked = answerCalls({
    'GET /api/staff/me': [say(admin)],
    'GET /api/staff/members': [say({ members: [admin.me] })],
    ...calls,
  });
  await openStaffApp(path);
  return () => asked.map(({ call }) => call).filter((call) => call.includes('/audit'));
}

freshBrowserEachTest();

describe('the audit', () => {
  it('says who did what, and shows older entries below', async () => {
    await open('/jejak', {
      'GET /api/staff/audit': [say({ lines: [line], next: '7' })],
      'GET /api/staff/audit?after=7': [say({ lines: [{ ...line, seq: 6, staffName: 'Contoh Lama' }] })],
    });
    await screen.findByText('Memindahkan kunjungan');
    expect(screen.getByText('1 Des 2026, 11.00')).toBeTruthy();
    for (const words of [
      'Hasil: ditolak',
      'Sebab: booking-changed',
      'Nomor permohonan: 4827 1936',
      'Peran: Petugas',
      // A detail that this app does not know is shown as it was written.
      'later: 3',
    ])
      expect(screen.getByText(words)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Tampilkan yang lebih lama' }));
    await screen.findByText('Contoh Lama');
    expect(screen.getByText('Contoh Koordinator')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Tampilkan yang lebih lama' })).toBeNull();
  });

  it('is searched by number, person and day, from the start of that day in the city', async () => {
    const asked = `number=${NUMBER}&staff=${admin.me.id}&from=2026-11-29T17%3A00%3A00.000Z`;
    const calls = await open('/jejak?sejak=2026-11-30', {
      'GET /api/staff/audit?from=2026-11-29T17%3A00%3A00.000Z': [say({ lines: [] })],
      [`GET /api/staff/audit?${asked}`]: [say({ lines: [line] })],
    });
    await screen.findByText(/Tidak ada jejak yang cocok/);
    await user.type(screen.getByLabelText('Nomor permohonan'), '1234 5678');
    await user.selectOptions(screen.getByLabelText('Siapa'), admin.me.id);
    await user.click(screen.getByRole('button', { name: 'Cari' }));
    expect(screen.getByText(/Nomor itu belum benar/)).toBeTruthy();
    expect(calls()).toHaveLength(1);
    await user.clear(screen.getByLabelText('Nomor permohonan'));
    await user.type(screen.getByLabelText('Nomor permohonan'), NUMBER);
    await user.click(screen.getByRole('button', { name: 'Cari' }));
    await screen.findByText('Memindahkan kunjungan');
    const csv = screen.getByRole('link', { name: 'Unduh' });
    expect(csv.getAttribute('href')).toBe(`/api/staff/audit.csv?${asked}&separator=semicolon`);
  });

  it('says where its chain is broken', async () => {
    const answers = [say({ isWhole: true, entries: 12 }), say({ isWhole: false, entries: 12, brokenAt: 5 })];
    await open('/jejak', {
      'GET /api/staff/audit': [say({ lines: [line] })],
      'GET /api/staff/audit/verify': answers,
    });
    const verify = await screen.findByRole('button', { name: 'Periksa keutuhan jejak' });
    await user.click(verify);
    await screen.findByText(/12 catatan diperiksa/);
    await user.click(verify);
    await screen.findByText(/Catatan nomor 5 tidak cocok/);
  });
});
