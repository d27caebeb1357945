import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import type { LocalDate, LocalTime } from '../../../src/domain/calendar/local-date';
import type { DatedHours, RotaLine, UnitId, WindowId } from '../../../src/domain/calendar/window';
import type { ProgrammeId } from '../../../src/domain/catalogue/programme';
import type {
  RequirementId,
  Service,
  ServiceId,
  ServicePackage,
} from '../../../src/domain/catalogue/service';
import { checkCity } from '../../../src/domain/city/check-city';
import type { City, CitySettings } from '../../../src/domain/city/city';

const withSettings = (change: Partial<CitySettings>): City => ({
  ...metro,
  settings: { ...metro.settings, ...change },
});

const withService = (change: Partial<Service>): City => ({
  ...metro,
  catalogue: {
    ...metro.catalogue,
    services: metro.catalogue.services.map((one) => (one.id === 'kk' ? { ...one, ...change } : one)),
  },
});

const withPackage = (change: Partial<ServicePackage>): City => ({
  ...metro,
  catalogue: {
    ...metro.catalogue,
    packages: metro.catalogue.packages.map((one, place) => (place === 0 ? { ...one, ...change } : one)),
  },
});

const withChoice = (text: string, services: readonly string[]): City =>
  withPackage({
    choice: { text, options: services.map((service) => ({ label: 'Ya', service: service as ServiceId })) },
  });

/** Metro with hours of Ramadan for its first window, changed by each of `changes` in turn. */
function withDates(...changes: readonly Partial<DatedHours>[]): City {
  const ramadan: DatedHours = {
    name: 'Ramadan',
    from: '2027-02-08' as LocalDate,
    to: '2027-03-09' as LocalDate,
    start: eight,
    end: eleven,
  };
  const onDates = changes.map((change) => ({ ...ramadan, ...change }));
  return withSettings({
    windows: metro.settings.windows.map((one) => (one.id === 'pagi' ? { ...one, onDates } : one)),
  });
}

const withLine = (change: Partial<RotaLine>): City =>
  withSettings({
    rota: [
      ...metro.settings.rota,
      { unit: 'unit-1' as UnitId, weekday: 1, windows: ['pagi' as WindowId], areas: ['18.72.01'], ...change },
    ],
  });

const withUnits = (programmesOf: (id: string) => readonly ProgrammeId[]): City =>
  withSettings({
    units: metro.settings.units.map((unit) => ({ ...unit, programmes: programmesOf(unit.id) })),
  });

const kk = metro.catalogue.services.filter((one) => one.id === 'kk');
const [pagi] = metro.settings.windows;
const [firstPackage] = metro.catalogue.packages;
const [mpp] = metro.settings.programmes;
if (pagi === undefined || firstPackage === undefined || mpp === undefined)
  throw new Error('Metro has no window, package or programme');
const standard = kk.map((one) => one.standard)[0] ?? null;
if (standard === null) throw new Error('Metro has no service KK');

const eleven = '11:00' as LocalTime;
const eight = '08:00' as LocalTime;

describe('checkCity', () => {
  it.each<[string, City, RegExp]>([
    ['an area of another city', { ...metro, code: '18.71' }, /area 18\.72\.01\.1001 is not of city 18\.71/],
    ['no areas', { ...metro, areas: [] }, /no areas/],
    [
      'an area twice',
      { ...metro, areas: [...metro.areas, ...metro.areas.slice(0, 1)] },
      /1001 is there more than once/,
    ],
    [
      'a place off the map',
      { ...metro, areas: metro.areas.map((area) => ({ ...area, lat: 105, lng: -5 })) },
      /no place on the map/,
    ],
    ['an unknown area in the rota', withLine({ areas: ['18.72.09'] }), /unknown area 18\.72\.09/],
    ['the mere start of an area code', withLine({ areas: ['18.72.0'] }), /unknown area 18\.72\.0$/],
    ['an unknown unit in the rota', withLine({ unit: 'unit-9' as UnitId }), /no such unit/],
    ['an unknown window in the rota', withLine({ windows: ['malam' as WindowId] }), /no window malam/],
    ['a line without areas', withLine({ areas: [] }), /no areas/],
    ['a line with no minutes', withLine({ minutes: 0 }), /minutes must be above 0/],
    [
      'a window that ends before it starts',
      withSettings({ windows: [{ ...pagi, start: eleven, end: eight }] }),
      /window pagi ends before it starts: 11:00-08:00/,
    ],
    [
      'a Friday that ends before it starts',
      withSettings({ windows: [{ ...pagi, onWeekday: { 5: { start: eleven, end: eleven } } }] }),
      /window pagi ends before it starts/,
    ],
    [
      'a Friday of Ramadan that ends before it starts',
      withDates({ onWeekday: { 5: { start: eleven, end: eight } } }),
      /window pagi ends before it starts/,
    ],
    ['hours of no date', withDates({ to: '' as LocalDate }), /window pagi has hours for no stretch of dates/],
    [
      'a stretch that ends before it starts',
      withDates({ from: '2027-03-10' as LocalDate }),
      /window pagi has hours for no stretch of dates: 2027-03-10 to 2027-03-09/,
    ],
    [
      'two stretches that hold one date',
      withDates({}, { from: '2027-03-09' as LocalDate, to: '2027-03-12' as LocalDate }),
      /window pagi has two hours for one date: 2027-03-09/,
    ],
    [
      'a time that is not HH:MM',
      withSettings({ windows: [{ ...pagi, end: '8.00' as LocalTime }] }),
      /window pagi has a time that is not HH:MM/,
    ],
    ['a window twice', withSettings({ windows: [pagi, pagi] }), /window pagi is there more than once/],
    [
      'no unit with the biometric kit',
      withSettings({ units: metro.settings.units.map((unit) => ({ ...unit, equipment: [] })) }),
      /ktp-perekaman needs biometric, which no unit carries/,
    ],
    [
      'a kit that does not reach every area',
      withSettings({ rota: metro.settings.rota.filter((line) => line.unit === 'unit-2') }),
      /ktp-perekaman never comes to area 18\.72\.01\.1001/,
    ],
    [
      'a service of a missing programme',
      withSettings({ programmes: [] }),
      /service kk: there is no programme mpp-mobile/,
    ],
    ['a programme twice', withSettings({ programmes: [mpp, mpp] }), /programme mpp-mobile is there more/],
    [
      'a unit of a missing programme',
      withUnits(() => ['lain' as ProgrammeId]),
      /unit unit-1: there is no programme lain/,
    ],
    ['a unit of no programme', withUnits(() => []), /unit unit-1 serves no programme/],
    [
      'a kit carried only by units of another programme',
      withUnits((id) => (id === 'unit-1' ? ['nasi-ketan' as ProgrammeId] : ['mpp-mobile' as ProgrammeId])),
      /ktp-perekaman is of programme mpp-mobile, whose units cannot do it/,
    ],
    [
      'a programme that does not reach every area',
      withSettings({
        rota: metro.settings.rota.filter(({ unit, weekday }) => unit !== 'unit-3' || weekday === 1),
      }),
      /nib never comes to area 18\.72\.03\.1001/,
    ],
    [
      'a programme that begins with another one’s service',
      withSettings({
        programmes: metro.settings.programmes.map((one) => ({ ...one, first: 'kk' as ServiceId })),
      }),
      /programme nasi-ketan begins with kk, which is no service of it/,
    ],
    [
      'a package of two programmes that no one unit serves',
      {
        ...metro,
        catalogue: {
          ...metro.catalogue,
          packages: metro.catalogue.packages.map((one) => ({
            ...one,
            services: [...new Set([...one.services, 'nib' as ServiceId])],
          })),
        },
      },
      /package bayi-lahir: no unit serves all of its programmes/,
    ],
    [
      'a missing requirement',
      withService({ standard: { ...standard, persyaratan: [{ requirement: 'kkk' as RequirementId }] } }),
      /service kk: there is no requirement kkk/,
    ],
    [
      'an empty part of a standard',
      withService({ standard: { ...standard, biaya: ' ' } }),
      /a part of its standard is empty/,
    ],
    ['no minutes', withService({ minutes: 0 }), /service kk: minutes must be/],
    [
      'a service with the id of a referral',
      withService({ id: 'paspor' as ServiceId }),
      /service paspor is there more/,
    ],
    [
      'a missing question',
      { ...metro, catalogue: { ...metro.catalogue, questions: [] } },
      /there is no question ktp-hilang/,
    ],
    [
      'a package of a missing service',
      {
        ...metro,
        catalogue: { ...metro.catalogue, packages: [{ ...firstPackage, services: ['zzz' as ServiceId] }] },
      },
      /package bayi-lahir: there is no service zzz/,
    ],
    [
      'a package of a missing referral',
      {
        ...metro,
        catalogue: { ...metro.catalogue, packages: [{ ...firstPackage, referrals: ['kk' as ServiceId] }] },
      },
      /package bayi-lahir: there is no referral kk/,
    ],
    ['a package without a summary', withPackage({ summary: ' ' }), /package bayi-lahir has no summary/],
    [
      'a package that names a service twice',
      withPackage({ services: ['kk', 'kk'] as ServiceId[] }),
      /package bayi-lahir names something more than once/,
    ],
    [
      'a choice of one service',
      withChoice('Mana?', ['ikd']),
      /bayi-lahir: its choice has fewer than two answers/,
    ],
    ['a choice without a question', withChoice('', ['ikd', 'nib']), /question of its choice is empty/],
    [
      'a choice that offers a service twice',
      withChoice('Mana?', ['ikd', 'ikd']),
      /names something more than once/,
    ],
    [
      'a choice of a service that is always done',
      withChoice('Mana?', ['kk', 'ikd']),
      /kk is both always done/,
    ],
    [
      'a question without words',
      {
        ...metro,
        catalogue: {
          ...metro.catalogue,
          questions: metro.catalogue.questions.map((one) => ({ ...one, text: '' })),
        },
      },
      /question ktp-hilang asks nothing/,
    ],
    [
      'a question that depends on a later one',
      {
        ...metro,
        catalogue: { ...metro.catalogue, questions: [...metro.catalogue.questions].reverse() },
      },
      /question ktp-rusak hangs on question ktp-hilang, which does not stand before it/,
    ],
    [
      'a referral that does not say where to go',
      {
        ...metro,
        catalogue: {
          ...metro.catalogue,
          referrals: metro.catalogue.referrals.map((one) => ({ ...one, whereToGo: ' ' })),
        },
      },
      /referral paspor does not say where to go/,
    ],
    [
      'a requirement that no service asks for',
      { ...metro, catalogue: { ...metro.catalogue, services: kk } },
      /requirement f-2-01 is asked for by no service/,
    ],
    [
      'a holiday on a day that does not exist',
      withSettings({ holidays: [{ date: '2027-02-30' as LocalDate, name: 'x' }] }),
      /2027-02-30 is not a day/,
    ],
    [
      'a closure of an unknown unit',
      withSettings({ closures: [{ date: '2027-02-02' as LocalDate, reason: 'x', unit: 'u' as UnitId }] }),
      /there is no unit u/,
    ],
    ['all minutes kept from online booking', withSettings({ keptShare: 1 }), /keptShare/],
    ['a lead of half a day', withSettings({ leadDays: 0.5 }), /leadDays must be a whole number/],
    [
      'a horizon shorter than the lead',
      withSettings({ horizonDays: 1, leadDays: 2 }),
      /horizonDays is shorter/,
    ],
    ['a closing time that does not exist', withSettings({ closesAt: '25:00' as LocalTime }), /closesAt/],
  ])('finds %s', (_, city, fault) => {
    expect(checkCity(city).filter((one) => fault.test(one)).length).toBeGreaterThan(0);
  });
});
