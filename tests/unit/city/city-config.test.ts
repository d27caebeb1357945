import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { cityConfig, parseCityConfig } from '../../../src/contract/city-config';
import { canMake } from '../../../src/domain/calendar/unit-needs';
import { findService, needsOf } from '../../../src/domain/catalogue/find-service';
import { checkCity } from '../../../src/domain/city/check-city';
import { configureCity } from '../../../src/domain/city/configure-city';
import { jsonSchemaOf } from '../../../src/server/http/frame/json-schema';

const own = { settings: metro.settings, catalogue: metro.catalogue };

describe("a city's configuration", () => {
  it('survives a round trip through JSON', () => {
    const file: unknown = JSON.parse(JSON.stringify(own));
    const config = parseCityConfig(file);
    expect(config).toEqual(own);
    expect(config && configureCity(metro, config)).toEqual(metro);
  });

  it('is refused when a member is unknown, a value is out of range, or it is no object', () => {
    expect(parseCityConfig({ ...own, secret: 1 })).toBeUndefined();
    expect(parseCityConfig({ ...own, settings: { ...own.settings, keptShare: 2 } })).toBeUndefined();
    expect(parseCityConfig('')).toBeUndefined();
  });

  it('is read in a form older than programmes and office places, where every unit serves every service', () => {
    const { programmes: _, ...settings } = own.settings;
    const before = {
      settings: { ...settings, units: settings.units.map(({ programmes: _, ...unit }) => unit) },
      catalogue: {
        ...own.catalogue,
        services: own.catalogue.services.map(({ atOffice: _, ...service }) => service),
        referrals: own.catalogue.referrals.map(({ atOffice: _, hours: __, ...referral }) => referral),
      },
    };
    const config = parseCityConfig(JSON.parse(JSON.stringify(before)));
    if (config === undefined) throw new Error('the older configuration was refused');
    expect(config.settings.programmes.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'mpp-mobile MPP Mobile',
      'nasi-ketan Nasi Ketan',
    ]);
    const city = configureCity(metro, config);
    expect(checkCity(city)).toEqual([]);
    const services = ['kk', 'nib'].flatMap((id) => findService(city.catalogue, id) ?? []);
    expect(city.settings.units.map((unit) => canMake(unit, needsOf(services)))).toEqual([true, true, true]);
    // A configuration that was read from the older form and saved again is read unchanged.
    expect(parseCityConfig(JSON.parse(JSON.stringify(config)))).toEqual(config);
  });

  it('can be described by JSON Schema', () => {
    expect(JSON.stringify(jsonSchemaOf(cityConfig))).toContain('keptShare');
  });
});
