import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { words } from '../../../src/city/metro/translations/en';
import { translateCity, translatePlace } from '../../../src/city/translate-city';
import { searchCatalogue } from '../../../src/domain/catalogue/search-catalogue';
import type { City } from '../../../src/domain/city/city';

/** The city after its admin has changed the summary of a service and the name of the morning window. */
function editedCity(): City {
  const [first, ...others] = metro.catalogue.services;
  const [morning, ...windows] = metro.settings.windows;
  if (!first || !morning) throw new Error('the city has no service or no window');
  return {
    ...metro,
    catalogue: { ...metro.catalogue, services: [{ ...first, summary: 'Kata baru dari kota.' }, ...others] },
    settings: { ...metro.settings, windows: [{ ...morning, name: 'Subuh' }, ...windows] },
  };
}

describe('a city in another language', () => {
  it('has its catalogue and settings translated, and keeps ids, hours and areas', () => {
    const { city, untranslated } = translateCity(metro, words);
    expect([...untranslated]).toEqual([]);
    expect(city.catalogue.services.map(({ id }) => id)).toEqual(metro.catalogue.services.map(({ id }) => id));
    const byId = (id: string) => city.catalogue.services.find((service) => service.id === id);
    expect(byId('akta-kelahiran')?.shortName).toBe('Birth certificate');
    expect(byId('akta-kelahiran')?.standard.biaya).toBe('Free');
    expect(city.settings.windows[0]).toEqual({ ...metro.settings.windows[0], name: 'Morning' });
    expect(city.settings.rota).toEqual(metro.settings.rota);
    expect(city.areas).toBe(metro.areas);
  });

  it('keeps what the city edited as written, and lists it as untranslated', () => {
    const { city, untranslated } = translateCity(editedCity(), words);
    expect([...untranslated].sort()).toEqual(['Kata baru dari kota.', 'Subuh']);
    expect(city.catalogue.services[0]?.summary).toBe('Kata baru dari kota.');
    expect(city.catalogue.services[1]?.summary).not.toBe(metro.catalogue.services[1]?.summary);
  });

  it('has its settings translated without the catalogue, for a page that needs only those', () => {
    const { catalogue: _catalogue, areas: _areas, ...place } = metro;
    const { settings } = translatePlace(place, words);
    expect(settings.complaints.text).toBe('Were you asked to pay? Report it to LAPOR!');
    expect(settings.zone).toBe(metro.settings.zone);
  });

  it('is searched by the words of both languages', () => {
    const { city } = translateCity(metro, words);
    const found = (text: string) => searchCatalogue(city.catalogue, text).services.map(({ id }) => id);
    expect(found('birth')).toContain('akta-kelahiran');
    expect(found('akta lahir')).toContain('akta-kelahiran');
    expect(found('baby')).toContain('akta-kelahiran');
    expect(found('kartu keluarga')).toContain('kk');
    expect(searchCatalogue(city.catalogue, 'passport').referrals.map(({ id }) => id)).toContain('paspor');
  });
});
