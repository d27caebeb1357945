// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { freshBrowserEachTest } from './fresh-browser';
import { answerCalls, openStaffApp, problem, say, signedInAs } from './staff-page';

const OUT = { 'GET /api/staff/me': [problem(401, 'sign-in-needed')] };
const SIGN_IN = 'POST /api/staff/sign-in';
const user = userEvent.setup();

freshBrowserEachTest();

async function fillIn(name: string, password: string): Promise<void> {
  await user.type(await screen.findByLabelText('Nama masuk'), name);
  await user.type(screen.getByLabelText('Kata sandi'), password);
}

const press = () => user.click(screen.getByRole('button', { name: 'Masuk' }));

describe('signing in', () => {
  it('says what is missing, and asks nothing of the server', async () => {
    const asked = answerCalls(OUT);
    await openStaffApp('/');
    await screen.findByLabelText('Nama masuk');
    await press();
    expect(screen.getByRole('alert').textContent).toContain('Isi nama masuk Anda');
    expect(asked.filter(({ call }) => call === SIGN_IN)).toEqual([]);
  });

  it('loses nothing that was typed when the server refuses', async () => {
    answerCalls({ ...OUT, [SIGN_IN]: [problem(401, 'sign-in-not-valid')] });
    await openStaffApp('/');
    await fillIn('sari', 'salah semua ini');
    await press();
    expect((await screen.findByRole('alert')).textContent).toContain('tidak cocok');
    expect(screen.getByLabelText<HTMLInputElement>('Nama masuk').value).toBe('sari');
    expect(screen.getByLabelText<HTMLInputElement>('Kata sandi').value).toBe('salah semua ini');
  });

  it('says how long to wait after too many wrong passwords', async () => {
    const wait = (retryAfterSeconds: number) => problem(429, 'rate-limited', { retryAfterSeconds });
    answerCalls({ ...OUT, [SIGN_IN]: [wait(2), wait(121)] });
    await openStaffApp('/');
    await fillIn('sari', 'salah semua ini');
    await press();
    await screen.findByText(/Tunggu sebentar/);
    await press();
    await screen.findByText(/Tunggu 3 menit/);
  });

  it('asks for a code only once the server wants one, and accepts it with spaces', async () => {
    const asked = answerCalls({
      ...OUT,
      [SIGN_IN]: [problem(401, 'totp-needed'), problem(401, 'totp-not-valid'), say(signedInAs('admin'))],
      'GET /api/staff/members': [say({ members: [] })],
    });
    await openStaffApp('/akun-tidak-ada');
    await fillIn('sari', 'sawah hujan pagi');
    await press();
    const code = await screen.findByLabelText('Kode 6 angka');
    expect(screen.queryByRole('alert')).toBeNull();
    await user.type(code, '123 456');
    await press();
    expect((await screen.findByRole('alert')).textContent).toContain('tidak cocok atau sudah lewat');
    await press();
    await screen.findByRole('heading', { name: 'Halaman tidak ditemukan' });
    const sent = asked.filter(({ body }) => body !== undefined);
    expect(sent.at(-1)?.body).toEqual({ signInName: 'sari', password: 'sawah hujan pagi', code: '123456' });
  });

  it('offers another attempt when the server cannot be reached', async () => {
    answerCalls({ 'GET /api/staff/me': ['none', problem(401, 'sign-in-needed')] });
    await openStaffApp('/');
    await user.click(await screen.findByRole('button', { name: 'Coba lagi' }));
    await screen.findByRole('heading', { name: 'Masuk' });
  });

  it('covers a page whose session ended, and keeps what was typed there', async () => {
    const me = signedInAs('crew');
    answerCalls({
      'GET /api/staff/me': [say(me), problem(401, 'sign-in-needed')],
      [SIGN_IN]: [say(me)],
    });
    const { session } = await openStaffApp('/akun/sandi');
    await user.type(await screen.findByLabelText('Kata sandi baru'), 'sawah hujan');
    await act(() => session.check());
    await screen.findByText('Sesi Anda berakhir');
    expect(screen.getByLabelText<HTMLInputElement>('Nama masuk').value).toBe(me.me.signInName);
    await user.type(screen.getByLabelText('Kata sandi'), 'apa saja');
    await press();
    await waitFor(() => expect(screen.queryByText('Sesi Anda berakhir')).toBeNull());
    expect(screen.getByLabelText<HTMLInputElement>('Kata sandi baru').value).toBe('sawah hujan');
  });

  it('shows another person nothing that was typed', async () => {
    const other = signedInAs('coordinator', 'Budi');
    answerCalls({
      'GET /api/staff/me': [say(signedInAs('crew')), problem(401, 'sign-in-needed')],
      [SIGN_IN]: [say({ ...other, me: { ...other.me, id: '01936f00-0000-7000-8000-000000000002' } })],
    });
    const { session } = await openStaffApp('/akun/sandi');
    await user.type(await screen.findByLabelText('Kata sandi baru'), 'sawah hujan');
    await act(() => session.check());
    await user.type(await screen.findByLabelText('Kata sandi'), 'apa saja');
    await press();
    await screen.findByText('Budi');
    expect(screen.getByLabelText<HTMLInputElement>('Kata sandi baru').value).toBe('');
  });
});

describe('what a role may open', () => {
  it.each([
    ['crew', ['Lembar tugas', 'Akun']],
    ['coordinator', ['Meja kerja', 'Angka', 'Akun']],
    ['kelurahan', ['Meja kerja', 'Akun']],
    ['admin', ['Anggota', 'Pengaturan', 'Angka', 'Jejak audit', 'Latihan', 'Akun']],
  ] as const)('is the menu of a %s', async (role, places) => {
    answerCalls({ 'GET /api/staff/me': [say(signedInAs(role))] });
    await openStaffApp('/tidak-ada');
    const menu = within(await screen.findByRole('navigation'));
    expect(menu.getAllByRole('link').map((link) => link.textContent)).toEqual(places);
  });

  it('is only the set-up of a second factor for an admin without one', async () => {
    answerCalls({
      'GET /api/staff/me': [say({ ...signedInAs('admin'), mustSetUpTotp: true })],
      'POST /api/staff/totp/begin': [
        say({ secret: 'ABCDEFGHIJKLMNOP', uri: 'otpauth://totp/a?secret=ABCDEFGHIJKLMNOP' }),
      ],
    });
    await openStaffApp('/anggota');
    await screen.findByRole('heading', { name: 'Pasang kode autentikator' });
    await screen.findByText('ABCD EFGH IJKL MNOP');
  });
});
