/** How a day is written: weekday and month in full or abbreviated. */
export type DayStyle = 'long' | 'short';

export type DayParts = {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
};

/** The `Intl` locale of each language: English as written outside America. */
const INTL_LOCALES: Readonly<Record<string, string>> = { id: 'id-ID', en: 'en-GB' };

/**
 * Browsers have no Javanese names and would show those of the phone's own language, so the names are listed
 * here.
 */
const JAVANESE = {
  weekdays: ['Minggu', 'Senin', 'Selasa', 'Rebo', 'Kemis', 'Jemuwah', 'Setu'],
  months: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
} as const;
const SHORT_LETTERS = 3;

/** Creating a format takes far longer than using it, and a list has hundreds of days. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Returns weekday, day, month and year of `2026-12-01` in a language. The day is the city's own, whatever the
 * phone's zone.
 */
export function dayParts(date: string, locale: string, style: DayStyle): DayParts {
  const at = new Date(`${date}T00:00:00Z`);
  if (locale === 'jv') return javaneseParts(at, style);
  const key = `${locale} ${style}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(INTL_LOCALES[locale] ?? locale, {
      weekday: style,
      day: 'numeric',
      month: style,
      year: 'numeric',
      timeZone: 'UTC',
    });
  formats.set(key, format);
  const parts = format.formatToParts(at);
  const partOf = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { weekday: partOf('weekday'), day: partOf('day'), month: partOf('month'), year: partOf('year') };
}

function javaneseParts(at: Date, style: DayStyle): DayParts {
  const write = (name: string) => (style === 'long' ? name : name.slice(0, SHORT_LETTERS));
  return {
    weekday: write(JAVANESE.weekdays[at.getUTCDay()] ?? ''),
    day: `${at.getUTCDate()}`,
    month: write(JAVANESE.months[at.getUTCMonth()] ?? ''),
    year: `${at.getUTCFullYear()}`,
  };
}
