import type { FiguresQuery } from '../../../contract/staff/figures';

/** The periods to choose from: whole months up to and including the current one, except `last-month`. */
export const PERIOD_CHOICES = ['this-month', 'last-month', 'three-months', 'twelve-months'] as const;
export type PeriodChoice = (typeof PERIOD_CHOICES)[number];

const MONTHS: Readonly<Record<PeriodChoice, { readonly first: number; readonly last: number }>> = {
  'this-month': { first: 0, last: 0 },
  'last-month': { first: -1, last: -1 },
  'three-months': { first: -2, last: 0 },
  'twelve-months': { first: -11, last: 0 },
};

/** Returns the months of a period, seen from a day of the city such as `2026-11-25`. */
export function monthsOf(period: PeriodChoice, today: string): FiguresQuery {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const at = (offset: number) => new Date(Date.UTC(year, month - 1 + offset, 1)).toISOString().slice(0, 7);
  const { first, last } = MONTHS[period];
  return { from: at(first), to: at(last) };
}

/** Formats months as "September–November 2026". */
export function monthsWords({ from, to }: FiguresQuery, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.formatRange(new Date(from), new Date(to));
}
