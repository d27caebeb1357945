// @vitest-environment jsdom
// Loads the page's code now, so that no test waits for it.
import '../../../src/web/staff/account/password-page';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { freshBrowserEachTest } from './fresh-browser';
import { answerCalls, openStaffApp, problem, say, signedInAs } from './staff-page';

const CHANGE = 'POST /api/staff/password';

freshBrowserEachTest();

it('says at once how long a new password must be, and leaves it to the server whether it is easily guessed', async () => {
  const user = userEvent.setup();
  const asked = answerCalls({
    'GET /api/staff/me': [say(signedInAs('coordinator'))],
    [CHANGE]: [problem(422, 'password-common', { pointer: '/password' }), say({})],
  });
  await openStaffApp('/akun/sandi');
  await user.type(await screen.findByLabelText('Kata sandi sekarang'), 'yang lama sekali');
  const field = screen.getByLabelText<HTMLInputElement>('Kata sandi baru');
  await user.type(field, 'manchester');
  expect(screen.getByText('Kurang 2 huruf lagi')).toBeTruthy();
  const press = () => user.click(screen.getByRole('button', { name: 'Simpan kata sandi baru' }));
  await press();
  expect(screen.getByRole('alert').textContent).toContain('Kata sandi terlalu pendek.');
  expect(asked.filter(({ call }) => call === CHANGE)).toEqual([]);
  await user.type(field, 'united');
  expect(screen.getByText('Cukup panjang')).toBeTruthy();
  await press();
  expect((await screen.findByRole('alert')).textContent).toContain('terlalu mudah ditebak');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(field.value).toBe('manchesterunited');
  await user.clear(field);
  await user.type(field, 'sepeda biru parkir miring');
  await press();
  await screen.findByText(/Kata sandi sudah diganti/);
});
