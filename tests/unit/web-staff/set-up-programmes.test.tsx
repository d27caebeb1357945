// @vitest-environment jsdom
// Loads the page's code now, so that no test waits for it.
import '../../../src/web/staff/set-up/set-up-routes';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { checkCity } from '../../../src/domain/city/check-city';
import { type CityChoices, configureCity } from '../../../src/domain/city/configure-city';
import { freshBrowserEachTest } from './fresh-browser';
import { answerCalls, openStaffApp, say, signedInAs } from './staff-page';

const user = userEvent.setup();
const { settings, catalogue } = metro;

/**
 * Opens a set-up page; the returned function checks the draft and returns the configuration that was sent.
 */
async function open(path: string, config: CityChoices = { settings, catalogue }) {
  const asked = answerCalls({
    'GET /api/staff/me': [say(signedInAs('admin'))],
    'GET /api/staff/config': [say({ revision: 4, config, history: [] })],
    'POST /api/staff/config/preview': [say({ faults: [], effects: [], kept: 0 })],
  });
  await openStaffApp(path);
  return async (): Promise<CityChoices> => {
    await user.click(await screen.findByRole('link', { name: 'Periksa perubahan' }));
    await screen.findByText('Semua kunjungan tetap pada waktunya');
    const sent = asked.filter(({ call }) => call.includes('preview')).at(-1)?.body;
    return (sent as { config: CityChoices }).config;
  };
}

async function fill(field: HTMLElement, text: string): Promise<void> {
  await user.clear(field);
  await user.type(field, text);
}

freshBrowserEachTest();

it('a programme is given texts and a first service, and taken off the home page', async () => {
  const edited = await open('/pengaturan/program');
  const ketan = (await screen.findByRole('list', { name: 'Program' })).children[1];
  if (!(ketan instanceof HTMLElement)) throw new Error('the city has fewer than two programmes');
  const of = within(ketan);
  expect(of.getByText(/Layanannya: NIB, Konsultasi izin/)).toBeTruthy();
  expect(of.getByText(/Unitnya: Unit Nasi Ketan/)).toBeTruthy();
  await fill(of.getByRole('textbox', { name: 'Ringkasan' }), 'Untuk usaha rumahan.');
  await fill(of.getByRole('textbox', { name: /Penjelasan/ }), 'Petugas datang.');
  await user.selectOptions(of.getByLabelText('Layanan pada tombol utama'), 'konsultasi-izin');
  await user.click(of.getByRole('checkbox', { name: 'Juga di halaman depan warga' }));
  expect((await edited()).settings.programmes[1]).toEqual({
    id: 'nasi-ketan',
    name: 'Nasi Ketan',
    summary: 'Untuk usaha rumahan.',
    about: 'Petugas datang.',
    first: 'konsultasi-izin',
  });
});

it('a programme is added, and another is removed from the units that named it', async () => {
  const edited = await open('/pengaturan/program');
  await user.click(await screen.findByRole('button', { name: 'Tambah program' }));
  await fill(screen.getAllByRole('textbox', { name: 'Nama program' }).at(-1) ?? document.body, 'Contoh');
  await user.click(screen.getByRole('button', { name: /Hapus.*Nasi Ketan/ }));
  const { programmes, units } = (await edited()).settings;
  expect(programmes.map(({ name }) => name)).toEqual(['MPP Mobile', 'Contoh']);
  expect(units.map((unit) => unit.programmes)).toEqual([['mpp-mobile'], ['mpp-mobile'], []]);
});

it('a unit serves the programmes that are ticked, and any later one once all are ticked', async () => {
  const edited = await open('/pengaturan/unit');
  const groups = await screen.findAllByRole('group', { name: /Program yang dilayani/ });
  const box = (unit: number, name: string) => {
    const group = groups[unit];
    if (group === undefined) throw new Error('the city has fewer than three units');
    return within(group).getByRole('checkbox', { name });
  };
  expect(box(0, 'MPP Mobile').getAttribute('checked')).not.toBe('false');
  await user.click(box(0, 'Nasi Ketan'));
  await user.click(box(1, 'Nasi Ketan'));
  await user.click(box(1, 'MPP Mobile'));
  const { units } = (await edited()).settings;
  expect(units[0]).toEqual({ id: 'unit-1', name: 'Unit 1', equipment: ['biometric'] });
  expect(units.map((unit) => unit.programmes)).toEqual([undefined, ['nasi-ketan'], ['nasi-ketan']]);
});

it('a unit whose programme was removed is given another, even if only one is left', async () => {
  const [mpp] = settings.programmes;
  const units = settings.units.map((unit) => ({ ...unit, programmes: [] }));
  const config = { settings: { ...settings, programmes: mpp === undefined ? [] : [mpp], units }, catalogue };
  const edited = await open('/pengaturan/unit', config);
  for (const box of await screen.findAllByRole('checkbox', { name: 'MPP Mobile' })) await user.click(box);
  expect((await edited()).settings.units.map((unit) => unit.programmes)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('a service is given a programme and a counter at the MPP', async () => {
  const edited = await open('/pengaturan/layanan/pbb');
  await user.selectOptions(await screen.findByLabelText('Program'), 'nasi-ketan');
  await user.selectOptions(screen.getByLabelText('Layanan ini juga ada di sana'), 'yes');
  await fill(screen.getByRole('textbox', { name: /Loket dan hari/ }), 'Loket 3');
  const config = await edited();
  const pbb = config.catalogue.services.find(({ id }) => id === 'pbb');
  expect(pbb).toMatchObject({ programme: 'nasi-ketan', atOffice: { is: true, note: 'Loket 3' } });
  expect(checkCity(configureCity(metro, config))).toEqual([]);
});

it('a statement about the MPP is withdrawn, and a referral is given hours', async () => {
  const referrals = catalogue.referrals.map((one) => ({ ...one, atOffice: { is: false } }));
  const held = { settings, catalogue: { ...catalogue, referrals } };
  const edited = await open('/pengaturan/rujukan/paspor', held);
  await user.selectOptions(await screen.findByLabelText('Layanan ini juga ada di sana'), 'open');
  await fill(screen.getByRole('textbox', { name: /Jam layanan/ }), '08.00-12.00');
  const [paspor] = (await edited()).catalogue.referrals;
  expect(paspor).toEqual({ ...catalogue.referrals[0], hours: '08.00-12.00' });
});
