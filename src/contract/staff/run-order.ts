import * as v from 'valibot';
import { BOOKING_STATES } from '../../domain/booking/state';
import { VISIT_NEEDS } from '../../domain/people/visit-need';
import {
  areaCode,
  bookingId,
  commandId,
  cursor,
  instant,
  localDate,
  publicNumber,
  serviceId,
  windowId,
} from '../scalars';
import { unitId } from './auth';

/** More visits than a unit can make in one window. */
const MAX_VISITS = 200;

/**
 * The desk puts the visits of a unit's window in order. `revision` is the order's revision that the desk saw:
 * with an older one, or when the window has other visits by now, the command is refused with `order-changed`.
 */
export const orderVisits = v.strictObject({
  id: commandId,
  madeAt: instant,
  name: v.literal('order-visits'),
  unit: unitId,
  date: localDate,
  window: windowId,
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  order: v.pipe(v.array(bookingId), v.minLength(1), v.maxLength(MAX_VISITS)),
});

/** Query of `GET /api/staff/run-order`. */
export const runOrderQuery = v.strictObject({ unit: unitId, day: localDate });

/** A unit's visits of a day, window by window, in the order in which the crew gets them. */
export const runOrder = v.object({
  windows: v.array(
    v.object({
      window: windowId,
      start: v.string(),
      end: v.string(),
      /** 0 where the desk has never ordered the visits: they then stand in order of booking. */
      revision: v.number(),
      visits: v.array(
        v.object({
          id: bookingId,
          number: publicNumber,
          state: v.picklist(BOOKING_STATES),
          recipientName: v.string(),
          street: v.string(),
          area: areaCode,
          services: v.array(serviceId),
          needs: v.array(v.picklist(VISIT_NEEDS)),
          minutes: v.number(),
        }),
      ),
    }),
  ),
  cursor,
});

export type OrderVisits = v.InferOutput<typeof orderVisits>;
export type RunOrder = v.InferOutput<typeof runOrder>;
export type RunOrderQuery = v.InferOutput<typeof runOrderQuery>;
