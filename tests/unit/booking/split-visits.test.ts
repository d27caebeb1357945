import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { checkPage } from '../../../src/domain/booking/check-request';
import { EMPTY_REQUEST } from '../../../src/domain/booking/request-draft';
import { splitVisits } from '../../../src/domain/booking/split-visits';
import { canMake } from '../../../src/domain/calendar/unit-needs';
import { findService, needsOf } from '../../../src/domain/catalogue/find-service';
import type { ProgrammeId } from '../../../src/domain/catalogue/programme';
import type { ServiceId } from '../../../src/domain/catalogue/service';
import type { AreaCode, City } from '../../../src/domain/city/city';

const MPP = 'mpp-mobile' as ProgrammeId;
const KETAN = 'nasi-ketan' as ProgrammeId;
const AT = { nowMs: Date.parse('2026-11-30T02:00:00Z'), isSure: true };
const servicesOf = (...ids: readonly string[]) => ids.flatMap((id) => findService(metro.catalogue, id) ?? []);

function cityWhere(programmesOf: (unit: string) => readonly ProgrammeId[] | undefined): City {
  const units = metro.settings.units.map(({ programmes: _, ...unit }) => {
    const programmes = programmesOf(unit.id);
    return programmes === undefined ? unit : { ...unit, programmes };
  });
  return { ...metro, settings: { ...metro.settings, units } };
}

describe('whether a unit may make a visit', () => {
  const [kit, plain] = metro.settings.units;
  if (kit === undefined || plain === undefined) throw new Error('Metro has fewer than two units');
  const anything = { id: plain.id, name: plain.name, equipment: plain.equipment };

  it.each([
    ['a unit of the programme may', { ...anything, programmes: [KETAN] }, ['nib'], true],
    ['a unit of another programme may not', { ...anything, programmes: [MPP] }, ['nib'], false],
    ['a unit that names no programme may', anything, ['nib', 'kk'], true],
    ['a unit of both programmes may', { ...anything, programmes: [MPP, KETAN] }, ['nib', 'kk'], true],
    ['a unit of one of two programmes may not', { ...anything, programmes: [KETAN] }, ['nib', 'kk'], false],
    [
      'a unit of the programme without the kit may not',
      { ...anything, programmes: [MPP] },
      ['ktp-perekaman'],
      false,
    ],
    [
      'a unit of another programme with the kit may not',
      { ...kit, programmes: [KETAN] },
      ['ktp-perekaman'],
      false,
    ],
    [
      'a unit of the programme with the kit may',
      { ...kit, programmes: [MPP] },
      ['ktp-perekaman', 'kk'],
      true,
    ],
  ])('%s', (_name, unit, ids, can) => {
    expect(canMake(unit, needsOf(servicesOf(...ids)))).toBe(can);
  });
});

describe('splitVisits', () => {
  it('keeps services of one programme in one visit, whatever they are', () => {
    for (const { services } of metro.catalogue.packages) {
      expect(splitVisits(metro, servicesOf(...services), undefined)).toEqual([]);
    }
    expect(splitVisits(metro, [], undefined)).toEqual([]);
  });

  it('splits services of two programmes that have separate units', () => {
    const parts = splitVisits(metro, servicesOf('kk', 'nib', 'pbb'), undefined);
    expect(parts.map(({ programme, services }) => [programme, services.map(({ id }) => id)])).toEqual([
      [MPP, ['kk', 'pbb']],
      [KETAN, ['nib']],
    ]);
  });

  it('keeps services of two programmes together where one unit serves both and comes to the area', () => {
    const services = servicesOf('kk', 'nib');
    expect(
      splitVisits(
        cityWhere(() => undefined),
        services,
        undefined,
      ),
    ).toEqual([]);
    const onlyThird = cityWhere((unit) => (unit === 'unit-3' ? [MPP, KETAN] : [MPP]));
    const pusat = '18.72.01.1001';
    expect(splitVisits(onlyThird, services, pusat)).toEqual([]);
    const rota = onlyThird.settings.rota.map((line) =>
      line.unit === 'unit-3' ? { ...line, areas: ['18.72.05'] } : line,
    );
    const elsewhere = { ...onlyThird, settings: { ...onlyThird.settings, rota } };
    expect(splitVisits(elsewhere, services, undefined)).toEqual([]);
    expect(splitVisits(elsewhere, services, pusat)).toHaveLength(2);
  });
});

describe('a request for services of two programmes', () => {
  const draft = { ...EMPTY_REQUEST, services: ['kk', 'nib'] as ServiceId[] };

  it('is refused on the services page while no address is known', () => {
    expect(checkPage('services', draft, metro, AT)).toEqual([
      { page: 'services', field: 'services', problem: 'services-apart' },
    ]);
  });

  it('is refused on the address page where only other areas have a unit for both', () => {
    const both = cityWhere((unit) => (unit === 'unit-3' ? [MPP, KETAN] : [MPP]));
    const rota = both.settings.rota.map((line) =>
      line.unit === 'unit-3' ? { ...line, areas: ['18.72.05'] } : line,
    );
    const city = { ...both, settings: { ...both.settings, rota } };
    expect(checkPage('services', draft, city, AT)).toEqual([]);
    const at = (area: string) =>
      checkPage('address', { ...draft, street: 'Jalan Contoh 1', area: area as AreaCode }, city, AT);
    expect(at('18.72.05.1001')).toEqual([]);
    expect(at('18.72.01.1001')).toEqual([{ page: 'address', field: 'area', problem: 'services-apart' }]);
  });
});
