import * as v from 'valibot';
import type { LocalTime } from '../domain/calendar/local-date';
import { localDate, windowId } from './scalars';

/** A time of day, `08:00`. */
export const clock = v.pipe(
  v.string(),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  v.transform((text) => text as LocalTime),
);

const MAX_STRETCHES = 20;
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(120));
const hours = { start: clock, end: clock };
const weekHours = {
  ...hours,
  /** Weekday 1 (Monday) to 7. */
  onWeekday: v.exactOptional(v.record(v.pipe(v.string(), v.regex(/^[1-7]$/)), v.strictObject(hours))),
};

/** A window of the day and its hours, as the city sets them (domain/calendar/window). */
export const windowRule = v.strictObject({
  id: windowId,
  name,
  ...weekHours,
  onDates: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ name, from: localDate, to: localDate, ...weekHours })),
      v.maxLength(MAX_STRETCHES),
    ),
  ),
});
