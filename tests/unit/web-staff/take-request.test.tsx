// @vitest-environment jsdom
// Loads the page's code now, so that no test waits for it.
import '../../../src/web/staff/desk/desk-routes';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { freshBrowserEachTest } from './fresh-browser';
import { answerCalls, openStaffApp, say, signedInAs } from './staff-page';

const user = userEvent.setup();

freshBrowserEachTest();

it('asks the caller whether the KTP is damaged only where it is not lost', async () => {
  answerCalls({ 'GET /api/staff/me': [say(signedInAs('coordinator'))] });
  await openStaffApp('/meja/catat');
  await user.click(await screen.findByRole('checkbox', { name: /^Penggantian KTP-el/ }));
  const lost = within(screen.getByRole('group', { name: 'Apakah KTP lama hilang?' }));
  const damaged = () => screen.queryByRole('group', { name: 'Apakah KTP lama rusak?' });
  expect(damaged()).toBeNull();
  await user.click(lost.getByRole('radio', { name: 'Tidak' }));
  expect(damaged()).not.toBeNull();
  await user.click(lost.getByRole('radio', { name: 'Ya' }));
  expect(damaged()).toBeNull();
});
