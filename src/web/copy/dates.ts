/** Making one takes far longer than using it, and a list has hundreds of days. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A day of the city is written as the same day of UTC, so that the phone's zone never moves it. */
function formatDay(date: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, format);
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** `2026-12-01` short, for tables: `Sel 1 Des`. */
export function shortDayWords(date: string, locale: string): string {
  return formatDay(date, locale, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '');
}

/** `2026-12-01` in full: `Selasa 1 Desember 2026`. */
export function fullDayWords(date: string, locale: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return formatDay(date, locale, options).replace(',', '');
}

/** Hours of the city: `08.00–11.30`. */
export function hourWords({ start, end }: { readonly start: string; readonly end: string }): string {
  return `${start}–${end}`.replaceAll(':', '.');
}

/** An ISO instant on the city's clock, short: `24 Nov, 22.15`. */
export function instantWords(instant: string, locale: string, utcOffsetMinutes: number): string {
  const local = new Date(Date.parse(instant) + utcOffsetMinutes * 60_000).toISOString();
  const day = formatDay(local.slice(0, 10), locale, { day: 'numeric', month: 'short' });
  return `${day}, ${local.slice(11, 16).replace(':', '.')}`;
}
