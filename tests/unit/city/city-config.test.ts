import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { cityConfig, parseCityConfig } from '../../../src/contract/city-config';
import { configureCity } from '../../../src/domain/city/configure-city';
import { jsonSchemaOf } from '../../../src/server/http/json-schema';

const own = { settings: metro.settings, catalogue: metro.catalogue };

describe('the configuration of a city', () => {
  it('comes back from a file as it was', () => {
    const file: unknown = JSON.parse(JSON.stringify(own));
    const config = parseCityConfig(file);
    expect(config).toEqual(own);
    expect(config && configureCity(metro, config)).toEqual(metro);
  });

  it('is refused with a member that nobody knows', () => {
    expect(parseCityConfig({ ...own, secret: 1 })).toBeUndefined();
    expect(parseCityConfig({ ...own, settings: { ...own.settings, keptShare: 2 } })).toBeUndefined();
    expect(parseCityConfig('')).toBeUndefined();
  });

  it('can be said in JSON Schema', () => {
    expect(JSON.stringify(jsonSchemaOf(cityConfig))).toContain('keptShare');
  });
});
