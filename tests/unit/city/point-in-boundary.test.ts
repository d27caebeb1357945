import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryOf } from '../../../src/city/metro/boundaries';
import { metro } from '../../../src/city/metro/metro';
import { pointFromArea } from '../../../src/domain/city/point-from-area';
import { type Boundary, metresOutside } from '../../../src/domain/city/point-in-boundary';

type Feature = {
  readonly properties: { readonly kode: string };
  readonly geometry: { readonly coordinates: readonly Boundary[] };
};
const FILE = new URL('../../../src/city/metro/data/metro-kelurahan-simplified.geojson', import.meta.url);
const { features } = JSON.parse(readFileSync(FILE, 'utf8')) as { readonly features: readonly Feature[] };

const SQUARE: Boundary = [
  [0, 0],
  [0.01, 0],
  [0.01, 0.01],
  [0, 0.01],
];

describe('the boundaries of Metro', () => {
  it('are those of the simplified file, to the last corner', () => {
    expect(features).toHaveLength(22);
    for (const { properties, geometry } of features) {
      expect(boundaryOf(properties.kode)).toEqual(geometry.coordinates[0]?.slice(0, -1));
    }
    expect(boundaryOf('18.72.09.9999')).toBeUndefined();
  });

  it('hold the point of their own kelurahan and no other', () => {
    for (const area of metro.areas) {
      const holding = metro.areas.filter(({ code }) => metresOutside(area, boundaryOf(code) ?? []) === 0);
      expect(holding.map(({ code }) => code)).toEqual([area.code]);
    }
  });
});

describe('metresOutside', () => {
  it.each([
    [0.005, 0.005, 0],
    [0.005, 0.011, 111.2],
    [-0.001, 0.005, 111.2],
    [0.011, 0.011, 157.3],
  ])('a point at %f, %f is %f m outside of a square at the equator', (lat, lng, metres) => {
    expect(metresOutside({ lat, lng }, SQUARE)).toBeCloseTo(metres, 0);
  });

  it('is never more than the way to the nearest corner, and the same whichever way the ring runs', () => {
    const degrees = fc.double({ min: -0.05, max: 0.05, noNaN: true });
    fc.assert(
      fc.property(degrees, degrees, (lat, lng) => {
        const metres = metresOutside({ lat, lng }, SQUARE);
        const corners = SQUARE.map(([x, y]) => Math.hypot(x - lng, y - lat) * 111_200);
        expect(metres).toBeLessThanOrEqual(Math.min(...corners) + 1);
        expect(metresOutside({ lat, lng }, [...SQUARE].reverse())).toBeCloseTo(metres, 6);
      }),
    );
  });
});

describe('a point judged by the boundary of the chosen kelurahan', () => {
  const judge = (of: string, chosen: string, accuracyM = 20) => {
    const area = metro.areas.find(({ kelurahan }) => kelurahan === of);
    const code = metro.areas.find(({ kelurahan }) => kelurahan === chosen)?.code ?? '';
    const point = { lat: area?.lat ?? 0, lng: area?.lng ?? 0, accuracyM };
    return pointFromArea(point, code, metro.areas, boundaryOf(code))?.doubt;
  };

  it('is asked about in the kelurahan beside it, and not in its own', () => {
    // 1.7 km from the middle of Metro: by distance alone it passed.
    expect(judge('Imopuro', 'Metro')).toBe('outside');
    for (const { kelurahan } of metro.areas) {
      expect(judge(kelurahan, kelurahan)).toBeUndefined();
      const other = metro.areas.find((area) => area.kelurahan !== kelurahan)?.kelurahan ?? '';
      expect(judge(kelurahan, other)).toMatch(/outside|far/);
    }
  });

  it('is given the doubt of the drawn line and of its own exactness', () => {
    const boundary = SQUARE;
    const areas = metro.areas.slice(0, 1).map((area) => ({ ...area, lat: 0.005, lng: 0.005 }));
    const at = (lng: number, accuracyM: number) =>
      pointFromArea({ lat: 0.005, lng, accuracyM }, areas[0]?.code, areas, boundary)?.doubt;
    // 111 m, 223 m and 334 m beyond the eastern edge.
    expect([at(0.011, 5), at(0.012, 5), at(0.012, 100)]).toEqual([undefined, 'outside', undefined]);
    expect([at(0.013, 100), at(0.013, 250)]).toEqual(['outside', 'inexact']);
  });
});
