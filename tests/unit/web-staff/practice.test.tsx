// @vitest-environment jsdom
// The page's code is here before any test waits for it.
import '../../../src/web/staff/practice/practice-page';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { freshBrowserEachTest } from './fresh-browser';
import { answerCalls, openStaffApp, say, signedInAs } from './staff-page';

const OFF = { isRunning: false, isAsBuilt: false, url: 'http://localhost:8081', people: [] };
const AS_BUILT = 'Latihan memakai pengaturan bawaan';

async function openWith(started: object) {
  answerCalls({
    'GET /api/staff/me': [say(signedInAs('admin'))],
    'GET /api/staff/practice': [say(OFF)],
    'POST /api/staff/practice/start': [say({ ...OFF, isRunning: true, ...started })],
  });
  await openStaffApp('/latihan');
  await userEvent.click(await screen.findByRole('button', { name: 'Mulai latihan' }));
  await screen.findByText('Latihan sedang dibuka');
}

freshBrowserEachTest();

test('a lesson in the city as it is set says nothing more', async () => {
  await openWith({});
  expect(screen.queryByText(AS_BUILT)).toBeNull();
});

test('a lesson that could not be made as the city is set says so, and where to look', async () => {
  await openWith({ isAsBuilt: true });
  expect(screen.getByText(AS_BUILT).parentElement?.textContent).toContain('jadwal keliling');
});
