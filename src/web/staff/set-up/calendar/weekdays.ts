/** Monday to Sunday, as the configuration numbers them (ISO 8601). */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type WeekdayNumber = (typeof WEEKDAYS)[number];

/** Reads a weekday from a text of one digit. */
export function parseWeekday(text: string | undefined): WeekdayNumber | undefined {
  return WEEKDAYS.find((day) => String(day) === text);
}
