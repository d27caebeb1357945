import * as v from 'valibot';
import { offeredWindow } from './booking-row';
import { areaCode, instant } from './scalars';

/** Query of `GET /api/availability?area&minutes&needs`: minutes of the services with travel; needs is equipment, comma separated. */
export const availabilityQuery = v.strictObject({
  area: areaCode,
  minutes: v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/)),
  needs: v.optional(v.pipe(v.string(), v.regex(/^(biometric)?$/))),
});

/** Every window of the area within the horizon; `room` says whether this visit still fits online. */
export const availability = v.strictObject({
  area: areaCode,
  readAt: instant,
  windows: v.array(v.strictObject({ ...offeredWindow.entries, room: v.boolean() })),
});

export type AvailabilityQuery = v.InferOutput<typeof availabilityQuery>;
export type Availability = v.InferOutput<typeof availability>;
