import { minutesBetween, parseLocalDate, parseLocalTime } from '../calendar/local-date';
import { servesArea } from '../calendar/slots';
import { canMake } from '../calendar/unit-needs';
import type { Hours, WindowRule } from '../calendar/window';
import { needsOf } from '../catalogue/find-service';
import { SAME_MATTER_DAYS } from '../figures/same-matter';
import { checkCatalogue, findRepeated } from './check-catalogue';
import { checkProgrammes } from './check-programmes';
import type { City, CitySettings } from './city';

/**
 * Returns every fault in a city's data, in words for whoever edits it; empty when the city can be served. The
 * server refuses to start with faults, since a wrong rota or a missing requirement would become a promise to
 * residents.
 */
export function checkCity(city: City): readonly string[] {
  return [
    ...checkAreas(city),
    ...checkCatalogue(city.catalogue),
    ...checkProgrammes(city),
    ...checkWindows(city.settings),
    ...checkRota(city),
    ...checkReach(city),
    ...checkDays(city.settings),
    ...checkNumbers(city.settings),
  ];
}

function checkAreas(city: City): string[] {
  const faults = findRepeated(city.areas, 'area', (area) => area.code);
  if (city.areas.length === 0) faults.push('the city has no areas');
  for (const area of city.areas) {
    if (!area.code.startsWith(`${city.code}.`)) faults.push(`area ${area.code} is not of city ${city.code}`);
    if (area.kelurahan.trim() === '' || area.kecamatan.trim() === '')
      faults.push(`area ${area.code} has no name`);
    const isOnEarth = Math.abs(area.lat) <= 90 && Math.abs(area.lng) <= 180;
    if (!isOnEarth) faults.push(`area ${area.code} has no place on the map`);
  }
  return faults;
}

function checkWindows(settings: CitySettings): string[] {
  const faults = findRepeated(settings.windows, 'window', (window) => window.id);
  if (settings.windows.length === 0) faults.push('there are no windows');
  for (const window of settings.windows) {
    for (const { onWeekday, ...hours } of [window, ...(window.onDates ?? [])]) {
      for (const each of [hours, ...Object.values(onWeekday ?? {})]) {
        faults.push(...checkHours(each, window.id));
      }
    }
    faults.push(...checkDatedHours(window));
  }
  return faults;
}

function checkDatedHours({ id, onDates = [] }: WindowRule): string[] {
  const faults: string[] = [];
  const inOrder = [...onDates].sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const [place, { from, to }] of inOrder.entries()) {
    if (parseLocalDate(from) === undefined || parseLocalDate(to) === undefined || to < from) {
      faults.push(`window ${id} has hours for no stretch of dates: ${from} to ${to}`);
    }
    const before = inOrder[place - 1];
    if (before !== undefined && from <= before.to) {
      faults.push(`window ${id} has two hours for one date: ${from}`);
    }
  }
  return faults;
}

function checkHours(hours: Hours, window: string): string[] {
  if (parseLocalTime(hours.start) === undefined || parseLocalTime(hours.end) === undefined) {
    return [`window ${window} has a time that is not HH:MM: ${hours.start}-${hours.end}`];
  }
  if (minutesBetween(hours.start, hours.end) > 0) return [];
  return [`window ${window} ends before it starts: ${hours.start}-${hours.end}`];
}

function checkRota(city: City): string[] {
  const { settings } = city;
  const faults = findRepeated(settings.units, 'unit', (unit) => unit.id);
  const units = new Set<string>(settings.units.map((unit) => unit.id));
  const windows = new Set<string>(settings.windows.map((window) => window.id));
  if (settings.rota.length === 0) faults.push('the rota is empty');
  for (const line of settings.rota) {
    const name = `rota of ${line.unit} on weekday ${line.weekday}`;
    if (!units.has(line.unit)) faults.push(`${name}: there is no such unit`);
    if (!Number.isInteger(line.weekday) || line.weekday < 1 || line.weekday > 7) {
      faults.push(`${name}: a weekday is 1 to 7`);
    }
    if (line.windows.length === 0) faults.push(`${name}: no windows`);
    if (line.areas.length === 0) faults.push(`${name}: no areas`);
    if (line.minutes !== undefined && !(line.minutes > 0)) faults.push(`${name}: minutes must be above 0`);
    for (const window of line.windows) {
      if (!windows.has(window)) faults.push(`${name}: there is no window ${window}`);
    }
    for (const area of line.areas) {
      if (!city.areas.some((known) => servesArea([area], known.code)))
        faults.push(`${name}: unknown area ${area}`);
    }
  }
  return faults;
}

/** Whether every service can be given in every area: some unit that goes there can and may do it. */
function checkReach(city: City): string[] {
  const { settings, catalogue } = city;
  const faults: string[] = [];
  for (const service of catalogue.services) {
    const needs = needsOf([service]);
    const able = settings.units.filter((unit) => canMake(unit, needs));
    if (able.length === 0) {
      const isCarried = settings.units.some((unit) => canMake(unit, { ...needs, programmes: [] }));
      faults.push(
        isCarried
          ? `service ${service.id} is of programme ${service.programme}, whose units cannot do it`
          : `service ${service.id} needs ${service.equipment.join(', ')}, which no unit carries`,
      );
      continue;
    }
    const ableIds = new Set<string>(able.map((unit) => unit.id));
    const lines = settings.rota.filter((line) => ableIds.has(line.unit));
    for (const area of city.areas) {
      if (!lines.some((line) => servesArea(line.areas, area.code))) {
        faults.push(`service ${service.id} never comes to area ${area.code} ${area.kelurahan}`);
      }
    }
  }
  return faults;
}

function checkDays(settings: CitySettings): string[] {
  const faults = findRepeated(settings.holidays, 'holiday', (holiday) => holiday.date);
  for (const day of [...settings.holidays, ...settings.closures]) {
    if (parseLocalDate(day.date) === undefined) faults.push(`${day.date} is not a day of the calendar`);
  }
  for (const closure of settings.closures) {
    if (closure.unit !== undefined && !settings.units.some((unit) => unit.id === closure.unit)) {
      faults.push(`closure of ${closure.date}: there is no unit ${closure.unit}`);
    }
    if (closure.window !== undefined && !settings.windows.some((window) => window.id === closure.window)) {
      faults.push(`closure of ${closure.date}: there is no window ${closure.window}`);
    }
  }
  return faults;
}

function checkNumbers(settings: CitySettings): string[] {
  const faults: string[] = [];
  if (!(settings.keptShare >= 0 && settings.keptShare < 1))
    faults.push('keptShare must be from 0 to below 1');
  if (parseLocalTime(settings.closesAt) === undefined) faults.push('closesAt is not HH:MM');
  const counts = {
    travelMinutes: [settings.travelMinutes, 0],
    leadDays: [settings.leadDays, 0],
    horizonDays: [settings.horizonDays, 1],
    promiseWorkingDays: [settings.promiseWorkingDays, 1],
    maxOpenBookingsPerDevice: [settings.maxOpenBookingsPerDevice, 1],
    callbackWithinHours: [settings.callbackWithinHours, 1],
    photoDays: [settings.photoDays, 0],
    bookingDays: [settings.bookingDays, SAME_MATTER_DAYS],
  } as const;
  for (const [name, [value, least]] of Object.entries(counts)) {
    if (!Number.isInteger(value) || value < least)
      faults.push(`${name} must be a whole number of at least ${least}`);
  }
  if (settings.horizonDays < settings.leadDays) faults.push('horizonDays is shorter than leadDays');
  if (settings.utcOffsetMinutes < -720 || settings.utcOffsetMinutes > 840)
    faults.push('utcOffsetMinutes is no zone');
  return faults;
}
