// @vitest-environment jsdom
// Loads the code of the pages now, so that no test waits for it.
import '../../../src/web/staff/audit/audit-entries-page';
import '../../../src/web/staff/shell/export/workbook-of';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { freshBrowserEachTest } from './fresh-browser';
import { answerCalls, openStaffApp, problem, type Said, say, signedInAs } from './staff-page';

const admin = signedInAs('admin');
const user = userEvent.setup();
const line = {
  seq: 7,
  at: '2026-12-01T04:00:00.000Z',
  staffId: admin.me.id,
  staffName: 'Contoh Koordinator',
  address: '10.0.0.7',
  action: 'move-visit',
  detail: '{}',
  hash: 'aa',
};

freshBrowserEachTest();
afterEach(() => vi.restoreAllMocks());

async function open(calls: Readonly<Record<string, readonly Said[]>> = {}) {
  answerCalls({
    'GET /api/staff/me': [say(admin)],
    'GET /api/staff/members': [say({ members: [admin.me] })],
    'GET /api/staff/audit': [say({ lines: [line] })],
    ...calls,
  });
  await openStaffApp('/jejak');
  return screen.findByLabelText<HTMLSelectElement>('Bentuk berkas');
}

it('asks for CSV as a spreadsheet in Indonesian reads it, and remembers another choice', async () => {
  const form = await open();
  expect(form.value).toBe('semicolon');
  const link = () => screen.getByRole('link', { name: 'Unduh' });
  expect(link().getAttribute('href')).toBe('/api/staff/audit.csv?separator=semicolon');
  await user.selectOptions(form, 'comma');
  expect(link().getAttribute('href')).toBe('/api/staff/audit.csv?separator=comma');
  expect(link().getAttribute('download')).toBe('audit.csv');
  expect(localStorage.getItem('mpp-export')).toBe('comma');
});

it.each([
  ['xlsx', 'xlsx'],
  ['ods', 'semicolon'],
])('reads %s, kept before, as %s', async (kept, shown) => {
  localStorage.setItem('mpp-export', kept);
  expect((await open()).value).toBe(shown);
});

it('saves a workbook, and says why where there is none', async () => {
  localStorage.setItem('mpp-export', 'xlsx');
  const saved: string[] = [];
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  await open({
    'GET /api/staff/audit.csv?separator=comma': [problem(503, 'server-busy'), say([7])],
  });
  await user.click(screen.getByRole('button', { name: 'Unduh' }));
  expect(await screen.findByText('Berkas belum bisa dibuat')).toBeTruthy();
  expect(saved).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Unduh' }));
  await waitFor(() => expect(saved).toEqual(['audit.xlsx']));
  expect(screen.queryByText('Berkas belum bisa dibuat')).toBeNull();
});
