// @vitest-environment jsdom
// Loads the page's code now, so that no test waits for it.
import '../../../src/web/staff/figures/figures-page';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Figures } from '../../../src/contract/staff/figures';
import { localDateAt } from '../../../src/domain/calendar/local-date';
import type { AreaCode } from '../../../src/domain/city/city';
import { monthsOf } from '../../../src/web/staff/figures/period';
import { freshBrowserEachTest } from './fresh-browser';
import { answerCalls, NOW, openStaffApp, say, signedInAs } from './staff-page';

const figures: Figures = {
  from: '2026-09',
  to: '2026-11',
  requests: 1250,
  visits: 40,
  oneVisit: { done: 27, of: 36 },
  waiting: { medianDays: 2, people: 36, withinPromise: 30, promiseDays: 3 },
  outcomes: [{ outcome: 'done', services: 60 }],
  channels: [{ channel: 'online', requests: null }],
  programmes: [{ programme: 'nasi-ketan', oneVisit: null }],
  kecamatan: [{ name: 'Metro Pusat', oneVisit: { done: 0, of: 0 } }],
  kelurahan: [{ area: '18.72.01.1001' as AreaCode, requests: 9, visits: null }],
};

freshBrowserEachTest();

it('shows the figures of a period, with hidden ones in words, and reads those of another', async () => {
  const today = localDateAt(NOW, 7 * 60);
  const call = (period: 'three-months' | 'last-month') =>
    `GET /api/staff/figures?${new URLSearchParams(monthsOf(period, today))}`;
  answerCalls({
    'GET /api/staff/me': [say(signedInAs('coordinator'))],
    [call('three-months')]: [say(figures)],
    [call('last-month')]: [say({ ...figures, oneVisit: null, waiting: null })],
  });
  await openStaffApp('/angka');
  expect((await screen.findByText('75%')).tagName).toBe('DD');
  expect(screen.getByText('27 dari 36')).toBeTruthy();
  expect(screen.getByText('2 hari kerja')).toBeTruthy();
  expect(screen.getByText('1.250')).toBeTruthy();
  const table = within(screen.getByRole('table', { name: 'Menurut kelurahan' }));
  expect(table.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['9', 'Kurang dari 5']);
  const csv = screen.getByRole<HTMLAnchorElement>('link', { name: 'Unduh' });
  expect(csv.href).toContain('/api/staff/figures.csv?from=');
  expect(csv.href).toContain('&separator=semicolon');
  await userEvent.selectOptions(screen.getByLabelText('Waktu'), 'last-month');
  expect((await screen.findAllByText('Kurang dari 5')).length).toBeGreaterThan(3);
  expect(screen.queryByText('75%')).toBeNull();
});
