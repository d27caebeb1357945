import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { metro } from '../../../src/city/metro/metro';
import { parseCityConfig } from '../../../src/contract/city-config';
import type { Catalogue } from '../../../src/domain/catalogue/service';
import { checkCity } from '../../../src/domain/city/check-city';
import { configureCity } from '../../../src/domain/city/configure-city';
import { answerCalls, openStaffApp, say, signedInAs } from './staff-page';

export const user = userEvent.setup();
const { settings, catalogue } = metro;

/** Opens a set-up page; the returned function checks the draft and returns the catalogue as edited. */
export async function openCatalogue(path: string, held: Partial<Catalogue> = {}) {
  const config = { settings, catalogue: { ...catalogue, ...held } };
  const asked = answerCalls({
    'GET /api/staff/me': [say(signedInAs('admin'))],
    'GET /api/staff/config': [say({ revision: 4, config, history: [] })],
    'POST /api/staff/config/preview': [say({ faults: [], effects: [], kept: 0 })],
  });
  await openStaffApp(path);
  return async (): Promise<Catalogue> => {
    await user.click(screen.getByRole('link', { name: 'Periksa perubahan' }));
    await screen.findByText('Semua kunjungan tetap pada waktunya');
    const sent = asked.filter(({ call }) => call.includes('preview')).at(-1)?.body;
    return (sent as { config: { catalogue: Catalogue } }).config.catalogue;
  };
}

export async function press(name: string): Promise<void> {
  await user.click(await screen.findByRole('button', { name }));
}

export async function type(label: string, text: string): Promise<void> {
  const field = await screen.findByRole('textbox', { name: label });
  await user.clear(field);
  await user.type(field, text);
}

/** The faults that the server finds, by the contract and the rules of saving. */
export function faultsOf(edited: Catalogue): readonly string[] {
  const choices = parseCityConfig({ settings, catalogue: edited });
  return choices === undefined ? ['no configuration'] : checkCity(configureCity(metro, choices));
}
