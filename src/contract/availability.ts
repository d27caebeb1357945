import * as v from 'valibot';
import { offeredWindow } from './booking-row';
import { programmeList } from './programme-id';
import { areaCode, instant } from './scalars';

/**
 * Query of `GET /api/availability?area&minutes&needs&programmes`. `minutes` is the time of the services plus
 * travel; `needs` is equipment. A phone older than the programmes names none, and gets every unit's windows.
 */
export const availabilityQuery = v.strictObject({
  area: areaCode,
  minutes: v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/)),
  needs: v.optional(v.pipe(v.string(), v.regex(/^(biometric)?$/))),
  programmes: v.optional(programmeList),
});

/** Every window of the area within the horizon; `room` says whether this visit still fits online. */
export const availability = v.object({
  area: areaCode,
  readAt: instant,
  windows: v.array(v.object({ ...offeredWindow.entries, room: v.boolean() })),
});

export type AvailabilityQuery = v.InferOutput<typeof availabilityQuery>;
export type Availability = v.InferOutput<typeof availability>;
