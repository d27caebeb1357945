import { sql } from 'kysely';
import type { Cursor } from '../../../contract/scalars';
import type { DayPlan } from '../../../contract/staff/desk';
import { allSlots } from '../../../domain/calendar/desk-slots';
import { holidayOn } from '../../../domain/calendar/holidays';
import { addDays, type LocalDate } from '../../../domain/calendar/local-date';
import { plannedSlotOf, readUsed } from '../../db/capacity/planned-slot';
import type { ServerContext } from '../../db/engine/context';
import { lastChange } from '../../db/engine/last-change';

/** Returns the coming days with the minutes of every window, and how much work waits for the desk. */
export async function dayPlan(context: ServerContext, from: LocalDate, days: number): Promise<DayPlan> {
  const { db, city } = context;
  const cursor = String(await lastChange(db, city.code)) as Cursor;
  const used = await readUsed(context, from, addDays(from, days - 1));
  const slots = allSlots(city, from, days);
  const listed = new Set(slots.map(({ unit, date, window }) => `${unit} ${date} ${window}`));
  // A visit promised before the rota changed still has to be made.
  const left = [...used].flatMap(([key, { slot, visits }]) => (visits > 0 && !listed.has(key) ? slot : []));
  return {
    days: Array.from({ length: days }, (_, day) => {
      const date = addDays(from, day);
      const closed = closedOn(context, date);
      return {
        date,
        ...(closed === undefined ? {} : { closed }),
        slots: [...slots, ...left]
          .filter((slot) => slot.date === date)
          .map((slot) => plannedSlotOf(slot, used)),
      };
    }),
    counts: await countWork(context),
    cursor,
  };
}

function closedOn({ city: { settings } }: ServerContext, date: LocalDate): string | undefined {
  const closure = settings.closures.find(
    (day) => day.date === date && day.unit === undefined && day.window === undefined,
  );
  return holidayOn(settings, date) ?? closure?.reason;
}

const OPEN = sql<boolean>`state IN ('waiting', 'scheduled', 'departed', 'arrived')`;

async function countWork({ db, city }: ServerContext): Promise<DayPlan['counts']> {
  const countIf = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<number>`coalesce(sum(CASE WHEN ${condition} THEN 1 ELSE 0 END), 0)`;
  const counted = await db
    .selectFrom('bookings')
    .select([
      countIf(sql<boolean>`accepted_at IS NULL AND state IN ('waiting', 'scheduled')`).as('fresh'),
      countIf(sql<boolean>`state = 'waiting'`).as('waiting'),
    ])
    .where('city', '=', city.code)
    // In the words of the index that holds just these.
    .where(OPEN)
    .executeTakeFirstOrThrow();
  const { asked } = await db
    .selectFrom('bookings')
    .select((eb) => eb.fn.countAll<number>().as('asked'))
    .where('city', '=', city.code)
    .where('question', 'is not', null)
    .where(sql<boolean>`(state || '') IN ('waiting', 'scheduled', 'departed', 'arrived')`)
    .executeTakeFirstOrThrow();
  const { conflict } = await db
    .selectFrom('visit_records')
    .select((eb) => eb.fn.count<number>('booking_id').distinct().as('conflict'))
    .where('city', '=', city.code)
    .where('kind', '=', 'record')
    .where('conflict', 'is not', null)
    .where('resolved_at', 'is', null)
    .executeTakeFirstOrThrow();
  const { callbacks } = await db
    .selectFrom('callbacks')
    .select((eb) => eb.fn.countAll<number>().as('callbacks'))
    .where('city', '=', city.code)
    .where('state', '=', 'asked')
    .executeTakeFirstOrThrow();
  const { fresh, waiting } = counted;
  return { new: fresh, waiting, asked, conflict, callbacks };
}
