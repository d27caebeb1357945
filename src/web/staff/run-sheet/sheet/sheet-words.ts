import type { OfferedWindow } from '../../../../contract/booking-row';
import { localDateAt, localTimeAt } from '../../../../domain/calendar/local-date';
import { findService } from '../../../../domain/catalogue/find-service';
import type { ServiceId } from '../../../../domain/catalogue/service';
import type { City } from '../../../../domain/city/city';
import { areaLabel, findArea } from '../../../../domain/city/search-areas';
import type { ShownVisit } from '../../../../offline/crew/shown-sheet';
import type { MessageId } from '../../../copy/compiled/message-ids';
import type { StatusTone } from '../../../ui/status-tag/status-tag';

/**
 * Formats a day as `Rabu, 25 November 2026`, without the year when `today` is in the same year. The day is
 * the city's, so it is formatted in UTC, whatever the phone's time zone.
 */
export function sheetDayWords(date: string, locale: string, today?: string): string {
  const form = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  const year = today?.slice(0, 4) === date.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { ...form, ...year }).format(Date.parse(`${date}T00:00:00Z`));
}

/** Formats hours as `08.00–11.30`, with dots as in Indonesian. */
export function hoursWords({ start, end }: Pick<OfferedWindow, 'start' | 'end'>): string {
  return `${start}–${end}`.replaceAll(':', '.');
}

/** Formats a time on the city's clock as `10.31`. */
export function sheetTimeWords(atMs: number, city: City): string {
  return localTimeAt(atMs, city.settings.utcOffsetMinutes).replace(':', '.');
}

/**
 * Formats a moment that may be on another day, on the city's clock: `25/11 10.31`, or `31/12/2025 10.31` in
 * another year than `nowMs`.
 */
export function momentWords(instant: string, city: City, nowMs: number): string {
  const atMs = Date.parse(instant);
  const [year, month, day] = localDateAt(atMs, city.settings.utcOffsetMinutes).split('-');
  const thisYear = localDateAt(nowMs, city.settings.utcOffsetMinutes).slice(0, 4);
  return `${[day, month, ...(year === thisYear ? [] : [year])].join('/')} ${sheetTimeWords(atMs, city)}`;
}

export function areaWords({ request }: Pick<ShownVisit, 'request'>, city: City): string {
  const area = findArea(city.areas, request.place.area);
  return area === undefined ? request.place.area : areaLabel(area);
}

export function serviceWords(id: ServiceId, city: City): string {
  return findService(city.catalogue, id)?.shortName ?? id;
}

/** Formats a street as `Jalan Contoh 12, RT 3/RW 4`. */
export function streetWords({ street, rt, rw }: ShownVisit['request']['place']): string {
  const block = rt === '' && rw === '' ? '' : `RT ${rt || '-'}/RW ${rw || '-'}`;
  return [street, block].filter(Boolean).join(', ');
}

/** Returns the state of a visit in one or two words, with the tone of its status tag. */
export function stateOf(visit: ShownVisit): { readonly tone: StatusTone; readonly words: MessageId } {
  if (visit.conflicts.length > 0) return { tone: 'warning', words: 'run-sheet.state.conflict' };
  if (visit.refused.length > 0) return { tone: 'bad', words: 'run-sheet.state.refused' };
  if (visit.isReturned) return { tone: 'plain', words: 'run-sheet.state.returned' };
  switch (visit.state) {
    case 'departed':
      return { tone: 'waiting', words: 'run-sheet.state.departed' };
    case 'arrived':
      return { tone: 'waiting', words: 'run-sheet.state.arrived' };
    case 'closed':
      return { tone: 'good', words: 'run-sheet.state.closed' };
    case 'cancelled':
      return { tone: 'bad', words: 'run-sheet.state.cancelled' };
    default:
      return { tone: 'plain', words: 'run-sheet.state.scheduled' };
  }
}

/** Says whether the crew's records of a visit are on this phone or sent; undefined where there are none. */
export function deliveryOf(visit: ShownVisit): MessageId | undefined {
  if (visit.pending.length > 0) return 'run-sheet.delivery.kept';
  return visit.visit === undefined ? undefined : 'run-sheet.delivery.sent';
}
