/** An ISO instant on the city's clock: `Selasa, 24 November, 22.15`. */
export function instantWords(instant: string, locale: string, zone: string): string {
  const options = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(new Date(instant));
}
