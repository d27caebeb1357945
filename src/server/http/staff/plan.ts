import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { programmeList, programmesIn } from '../../../contract/programme-id';
import { areaCode, localDate } from '../../../contract/scalars';
import { type DayPlan, type DeskSlots, dayPlan, deskSlots } from '../../../contract/staff/desk';
import { localDateAt } from '../../../domain/calendar/local-date';
import { dayPlan as readDayPlan } from '../../queries/capacity/day-plan';
import { deskSlots as readDeskSlots } from '../../queries/capacity/desk-slots';
import { jsonSchemaOf } from '../frame/json-schema';
import { ProblemError } from '../frame/problem-response';
import type { ServerContext } from '../server-context';
import { staffProblemAnswers } from './problem-schema';
import { areasOf } from './reach';
import { requirePermission } from './session';

const DEFAULT_DAYS = 7;
const MAX_DAYS = 31;

const dayPlanQuery = v.strictObject({
  from: v.optional(localDate),
  days: v.optional(v.pipe(v.string(), v.regex(/^([1-9]|[12]\d|3[01])$/))),
});
const slotsQuery = v.strictObject({
  area: areaCode,
  minutes: v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/)),
  needs: v.optional(v.literal('biometric')),
  programmes: v.optional(programmeList),
});

type DayPlanQuery = v.InferOutput<typeof dayPlanQuery>;
type SlotsQuery = v.InferOutput<typeof slotsQuery>;

/**
 * `GET /api/staff/day-plan` and `GET /api/staff/slots`: the minutes of the coming days, without personal
 * data.
 */
export function addStaffPlan(app: FastifyInstance, context: ServerContext): void {
  const { clock } = context;
  app.get<{ Querystring: DayPlanQuery; Reply: DayPlan }>('/api/staff/day-plan', {
    schema: {
      summary: 'The coming days at a glance',
      querystring: jsonSchemaOf(dayPlanQuery),
      response: { 200: jsonSchemaOf(dayPlan), ...staffProblemAnswers },
    },
    handler: async (request) => {
      await requirePermission(context, request, 'see-bookings');
      const { from, days } = request.query;
      const first = from ?? localDateAt(clock(), context.city.settings.utcOffsetMinutes);
      if (Number.isNaN(Date.parse(first))) throw new ProblemError('request-not-valid', { pointer: '/from' });
      return readDayPlan(context, first, Math.min(MAX_DAYS, Number(days ?? DEFAULT_DAYS)));
    },
  });
  app.get<{ Querystring: SlotsQuery; Reply: DeskSlots }>('/api/staff/slots', {
    schema: {
      summary: 'Where a visit could go, the kept share included',
      querystring: jsonSchemaOf(slotsQuery),
      response: { 200: jsonSchemaOf(deskSlots), ...staffProblemAnswers },
    },
    handler: async (request) => {
      const session = await requirePermission(context, request, 'book-for-resident');
      const { area, minutes, needs, programmes } = request.query;
      const isReached = areasOf(session)?.includes(area) ?? true;
      if (!isReached || !context.city.areas.some(({ code }) => code === area)) {
        throw new ProblemError('area-unknown', { pointer: '/area' });
      }
      const equipment = needs === undefined ? [] : [needs];
      return readDeskSlots(context, {
        area,
        minutes: Number(minutes),
        equipment,
        programmes: programmesIn(programmes),
      });
    },
  });
}
