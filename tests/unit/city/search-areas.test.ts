import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { areaLabel, findArea, searchAreas } from '../../../src/domain/city/search-areas';

const names = (text: string): string[] => searchAreas(metro.areas, text).map((area) => area.kelurahan);

describe('searchAreas', () => {
  it.each([
    'Iringmulyo',
    'iring mulyo',
    'IRING  MULYO',
    'iring-mulyo',
    'Kel. Iringmulyo',
    'iringmulyo metro timur',
  ])('%j finds only Iring Mulyo', (text) => {
    expect(names(text)).toEqual(['Iring Mulyo']);
  });

  it("puts the kelurahan that bears the city's name first", () => {
    expect(names('metro')[0]).toBe('Metro');
    expect(names('Metro')).toHaveLength(22);
  });

  it('finds every kelurahan of a kecamatan', () => {
    expect(names('metro selatan')).toEqual(['Rejomulyo', 'Margorejo', 'Sumbersari Bantul', 'Margodadi']);
    expect(names('selatan')).toHaveLength(4);
  });

  it('puts names that begin with the text before names that contain it', () => {
    expect(names('mulyo').slice(0, 2)).toEqual(['Mulyojati', 'Mulyosari']);
    expect(names('mulyo')).toContain('Hadimulyo Barat');
  });

  it('accepts words in any order', () => {
    expect(names('timur yosodadi')).toEqual(['Yosodadi']);
  });

  it('finds all areas for an empty text and none for another city', () => {
    expect(names('  ')).toHaveLength(22);
    expect(names('Bandar Lampung')).toEqual([]);
  });

  it('finds every kelurahan by its label and by its code', () => {
    for (const area of metro.areas) {
      expect(searchAreas(metro.areas, areaLabel(area))[0]).toBe(area);
      expect(findArea(metro.areas, area.code)).toBe(area);
    }
    expect(findArea(metro.areas, '18.72.01')).toBeUndefined();
  });

  it('labels an area with its kecamatan', () => {
    expect(metro.areas.map(areaLabel)).toContain('Kel. Metro, Metro Pusat');
  });
});
