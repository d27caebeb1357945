import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { pointFromArea } from '../../../src/domain/city/point-from-area';

const METRO = '18.72.01.1001';
const at = (lat: number, lng: number, accuracyM = 20) => ({ lat, lng, accuracyM });
const from = (point: ReturnType<typeof at>, area: string | undefined = METRO) =>
  pointFromArea(point, area, metro.areas);

describe('pointFromArea', () => {
  it('doubts a point in Kuala Lumpur for a house in Metro, and says where it lies', () => {
    expect(from(at(3.139, 101.6869))).toMatchObject({ doubt: 'far', direction: 'north-west' });
    // 1,001 km by the haversine of an independent calculator, give or take its radius.
    expect(Math.round((from(at(3.139, 101.6869))?.metres ?? 0) / 10_000)).toBe(100);
  });

  it.each([
    [0.01, 0, 'north', 1112],
    [0.01, 0.01, 'north-east', 1569],
    [0, 0.01, 'east', 1108],
    [-0.01, 0.01, 'south-east', 1569],
    [-0.01, 0, 'south', 1112],
    [-0.01, -0.01, 'south-west', 1569],
    [0, -0.01, 'west', 1108],
    [0.01, -0.01, 'north-west', 1569],
  ])('a step of %f, %f degrees from the middle is %s', (dLat, dLng, direction, metres) => {
    const read = from(at(-5.12165 + dLat, 105.30447 + dLng));
    expect(read).toMatchObject({ direction, doubt: undefined });
    expect(Math.abs((read?.metres ?? 0) - metres)).toBeLessThan(4);
  });

  it('doubts what is less exact than 200 m, and no corner of any kelurahan', () => {
    expect(from(at(-5.12165, 105.30447, 200))).toMatchObject({ metres: 0, doubt: undefined });
    expect(from(at(-5.12165, 105.30447, 201))?.doubt).toBe('inexact');
    expect(from(at(0, 0, 5000))?.doubt).toBe('far');
  });

  it('looks from the nearest kelurahan while none is chosen', () => {
    for (const area of metro.areas) {
      expect(from(at(area.lat, area.lng), '')?.area.code).toBe(area.code);
    }
    expect(pointFromArea(at(0, 0), undefined, [])).toBeUndefined();
  });

  it('gives a distance within half the earth for any point', () => {
    const degrees = (max: number) => fc.double({ min: -max, max, noNaN: true });
    fc.assert(
      fc.property(degrees(90), degrees(180), (lat, lng) => {
        const metres = from(at(lat, lng))?.metres ?? -1;
        expect(metres).toBeGreaterThanOrEqual(0);
        expect(metres).toBeLessThan(20_020_000);
      }),
    );
  });
});
