import { instantOf, parseLocalDate, parseLocalTime } from '../../../../domain/calendar/local-date';

export type CalendarEvent = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** A window in the city's time zone. */
  readonly window: { readonly date: string; readonly start: string; readonly end: string };
  readonly utcOffsetMinutes: number;
  /** Rises with each change, so that a calendar replaces its entry (RFC 5545, SEQUENCE). */
  readonly revision: number;
};

/**
 * Returns an iCalendar file (RFC 5545) with the visit's window as UTC instants, which every calendar shows in
 * its own time zone. Holds no name, address or phone number, because calendars are copied elsewhere. Throws
 * on an invalid window.
 */
export async function makeCalendarFile(event: CalendarEvent): Promise<string> {
  const { createEvent } = await import('ics');
  const { error, value } = createEvent({
    uid: `${event.id}@mpp-mobile`,
    productId: 'mpp-mobile',
    title: event.title,
    description: event.description,
    sequence: event.revision,
    status: 'CONFIRMED',
    start: utcPartsOf(event, event.window.start),
    startInputType: 'utc',
    startOutputType: 'utc',
    end: utcPartsOf(event, event.window.end),
    endInputType: 'utc',
    endOutputType: 'utc',
  });
  if (!value) throw error ?? new Error('ics returned no calendar file');
  return value;
}

type UtcParts = [year: number, month: number, day: number, hour: number, minute: number];

function utcPartsOf({ window, utcOffsetMinutes }: CalendarEvent, text: string): UtcParts {
  const date = parseLocalDate(window.date);
  const time = parseLocalTime(text);
  if (date === undefined || time === undefined)
    throw new Error(`not a date and time: ${window.date} ${text}`);
  const at = new Date(instantOf(date, time, utcOffsetMinutes));
  return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()];
}
