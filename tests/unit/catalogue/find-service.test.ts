import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import {
  findService,
  minutesOf,
  needsOf,
  servicesOfPackage,
} from '../../../src/domain/catalogue/find-service';
import type { Service, ServiceId } from '../../../src/domain/catalogue/service';

const { catalogue } = metro;

function service(id: string): Service {
  const found = findService(catalogue, id);
  if (found === undefined) throw new Error(`no service ${id}`);
  return found;
}

describe('findService', () => {
  it('finds only bookable services', () => {
    expect(findService(catalogue, 'kk')?.shortName).toBe('Kartu Keluarga');
    expect(findService(catalogue, 'paspor')).toBeUndefined();
    expect(findService(catalogue, '__proto__')).toBeUndefined();
  });
});

describe('servicesOfPackage', () => {
  it('puts the chosen service before the services always done', () => {
    const lansia = catalogue.packages.find((pkg) => pkg.id === 'lansia-lengkap');
    if (lansia === undefined) throw new Error('no package lansia-lengkap');
    expect(servicesOfPackage(lansia)).toEqual(['kk', 'ikd']);
    expect(servicesOfPackage(lansia, 'ktp-perekaman' as ServiceId)).toEqual(['ktp-perekaman', 'kk', 'ikd']);
    expect(servicesOfPackage(lansia, 'nib' as ServiceId)).toEqual(['kk', 'ikd']);
  });

  it('ignores a choice where the package offers none', () => {
    const birth = catalogue.packages.find((pkg) => pkg.id === 'bayi-lahir');
    if (birth === undefined) throw new Error('no package bayi-lahir');
    expect(servicesOfPackage(birth, 'nib' as ServiceId)).toEqual(['akta-kelahiran', 'kk', 'kia']);
  });
});

describe('minutesOf and needsOf', () => {
  it('add up the minutes of work and of travel', () => {
    const chosen = [service('kk'), service('ikd')];
    expect(minutesOf(chosen, 15)).toBe(service('kk').minutes + service('ikd').minutes + 15);
    expect(minutesOf([], 15)).toBe(15);
  });

  it('name each piece of equipment and each programme once', () => {
    expect(needsOf([service('ktp-perekaman'), service('biodata-wni')]).equipment).toEqual(['biometric']);
    expect(needsOf([service('kk'), service('nib')])).toEqual({
      equipment: [],
      programmes: ['mpp-mobile', 'nasi-ketan'],
    });
  });
});
