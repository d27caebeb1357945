// @vitest-environment jsdom
// Loads the page's code now, so that no test waits for it.
import '../../../src/web/staff/desk/desk-routes';
import '../../../src/web/ui/number-abroad/number-abroad';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { freshBrowserEachTest } from './fresh-browser';
import { answerCalls, openStaffApp, say, signedInAs } from './staff-page';

const user = userEvent.setup();

freshBrowserEachTest();

it('refuses a number that no country has, and names the country of another', async () => {
  answerCalls({ 'GET /api/staff/me': [say(signedInAs('coordinator'))] });
  await openStaffApp('/meja/catat');
  const field = await screen.findByRole('textbox', { name: 'Nomor telepon' });
  await user.type(field, '+999 123 456 789');
  await user.click(screen.getByRole('button', { name: 'Simpan permohonan' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Nomor luar negeri ini tidak ada');
  await user.clear(field);
  await user.type(field, '+65 9123 4567');
  expect(await screen.findByText('+65 9123 4567 (Singapura)')).toBeTruthy();
});

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
