// @vitest-environment jsdom
// Loads the page's code now, so that no test waits for it.
import '../../../src/web/staff/desk/desk-routes';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { freshBrowserEachTest } from './fresh-browser';
import { makeLine } from './make-file';
import { answerCalls, openStaffApp, say, signedInAs } from './staff-page';

freshBrowserEachTest();

const LIST = 'GET /api/staff/bookings?view=over';
const line = (at: number) =>
  makeLine({
    id: `01936f00-0000-7000-8000-${String(at).padStart(12, '0')}`,
    number: String(10_000_000 + at),
  });
const lines = (count: number) => Array.from({ length: count }, (_, at) => line(at));

it('asks on by itself where a page found nothing, and does not say that there is nothing', async () => {
  answerCalls({
    'GET /api/staff/me': [say(signedInAs('coordinator'))],
    [LIST]: [say({ lines: [], next: '900', total: 0, isMore: true, cursor: '1' })],
    [`${LIST}&after=900`]: [say({ lines: [], next: '800', total: 0, isMore: true, cursor: '1' })],
    [`${LIST}&after=800`]: [say({ lines: lines(1), total: 0, cursor: '1' })],
  });
  await openStaffApp('/meja/permohonan?view=over');
  await screen.findByText('1 dari 1 permohonan');
  expect(document.querySelectorAll('.queue-row')).toHaveLength(1);
  expect(screen.queryByText(/Tidak ada permohonan/)).toBeNull();
  expect(screen.queryByText('Tampilkan lagi')).toBeNull();
});

it('names no number of all where not all were counted, until the last page is shown', async () => {
  answerCalls({
    'GET /api/staff/me': [say(signedInAs('coordinator'))],
    [LIST]: [say({ lines: lines(50), next: '900', total: 1_000, isMore: true, cursor: '1' })],
    [`${LIST}&after=900`]: [say({ lines: [line(50)], total: 1_000, isMore: true, cursor: '1' })],
  });
  await openStaffApp('/meja/permohonan?view=over');
  await screen.findByText('50 permohonan, masih ada lagi');
  await userEvent.click(screen.getByText('Tampilkan lagi'));
  await screen.findByText('51 dari 51 permohonan');
});
