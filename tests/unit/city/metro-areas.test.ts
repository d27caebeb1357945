import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';

type Ring = readonly (readonly [lng: number, lat: number])[];
type Feature = {
  readonly properties: { readonly kode?: string; readonly kec?: string };
  readonly geometry: { readonly type: string; readonly coordinates: readonly Ring[] };
};

const DATA = new URL('../../../src/city/metro/data/', import.meta.url);

function featuresOf(file: string): readonly Feature[] {
  return (JSON.parse(readFileSync(new URL(file, DATA), 'utf8')) as { features: readonly Feature[] }).features;
}

/** Even-odd rule: a point is inside when a ray from it crosses the rings an odd number of times. */
function isInside(lng: number, lat: number, rings: readonly Ring[]): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([x2, y2], at) => {
      const [x1, y1] = ring[at - 1] ?? [x2, y2];
      if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    });
  }
  return inside;
}

describe.each(['metro-kelurahan.geojson', 'metro-kelurahan-simplified.geojson'])('%s', (file) => {
  const features = featuresOf(file);

  it('has the same 22 kelurahan as the list of areas', () => {
    const codes = features.map((feature) => feature.properties.kode);
    expect(metro.areas).toHaveLength(22);
    expect([...codes].sort()).toEqual(metro.areas.map((area) => area.code).sort());
  });

  it.each(metro.areas.map((area) => [area.kelurahan, area] as const))(
    'holds the point of %s in its own polygon only',
    (_, area) => {
      const holding = features.filter((feature) =>
        isInside(area.lng, area.lat, feature.geometry.coordinates),
      );
      expect(holding.map((feature) => feature.properties.kode)).toEqual([area.code]);
    },
  );

  it('does not hold the centres of Banjarsari and Purwoasri that the source gives', () => {
    for (const [code, lng, lat] of [
      ['18.72.02.1001', 105.28638, -5.09129],
      ['18.72.02.1004', 105.30899, -5.07087],
    ] as const) {
      const own = features.find((feature) => feature.properties.kode === code);
      expect(isInside(lng, lat, own?.geometry.coordinates ?? [])).toBe(false);
    }
  });
});

describe('metro-kecamatan.geojson', () => {
  it('has the same kecamatan as the list of areas', () => {
    const codes = featuresOf('metro-kecamatan.geojson').map((feature) => feature.properties.kec);
    expect([...codes].sort()).toEqual([...new Set(metro.areas.map((area) => area.code.slice(0, 8)))].sort());
  });
});
