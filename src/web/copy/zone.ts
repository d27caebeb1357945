/** Indonesia's zones by their offset from UTC in minutes (Keppres 41/1987). */
const ZONES: Readonly<Record<number, string>> = { 420: 'WIB', 480: 'WITA', 540: 'WIT' };

let shown = '';

/** Names a zone by its offset from UTC in minutes: `WIB`; `UTC+5.30` outside Indonesia. */
export function zoneName(offsetMinutes: number): string {
  const known = ZONES[offsetMinutes];
  if (known !== undefined) return known;
  const minutes = Math.abs(offsetMinutes);
  const rest = minutes % 60;
  return `UTC${offsetMinutes < 0 ? '-' : '+'}${Math.floor(minutes / 60)}${rest === 0 ? '' : `.${rest}`}`;
}

/**
 * Sets whether hours name their zone: they do where the phone's clock shows another time than the city's, for
 * instance for a child in Makassar or Jeddah who books for a parent. Offsets in minutes from UTC.
 */
export function showZone(cityOffset: number, phoneOffset: number): void {
  shown = phoneOffset === cityOffset ? '' : zoneName(cityOffset);
}

/** Returns the offset of the phone's zone from UTC at an instant (Unix milliseconds), in minutes. */
export function phoneOffsetAt(atMs: number): number {
  return -new Date(atMs).getTimezoneOffset();
}

/** Returns the hours, followed by the name of their zone where the page shows it. */
export function withZone(hours: string): string {
  return shown === '' ? hours : `${hours} ${shown}`;
}

/** Returns the hours with the name of their zone, for text that is read on another phone. */
export function alwaysWithZone(hours: string, cityOffset: number): string {
  return shown === '' ? `${hours} ${zoneName(cityOffset)}` : hours;
}
