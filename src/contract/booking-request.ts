import * as v from 'valibot';
import { MAX_PREFERENCES } from '../domain/booking/booking';
import { RELATIONSHIPS } from '../domain/people/relationship';
import {
  MAX_LANDMARK_CHARS,
  MAX_NAME_CHARS,
  MAX_NOTE_CHARS,
  MAX_STREET_CHARS,
} from '../domain/people/text-limits';
import { VISIT_NEEDS } from '../domain/people/visit-need';
import {
  areaCode,
  localDate,
  packageId,
  phoneNumber,
  questionId,
  requirementId,
  serviceId,
  shortText,
  windowId,
} from './scalars';

const MAX_SERVICES = 12;

export const windowChoice = v.strictObject({ date: localDate, window: windowId });

const required = (maxLength: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(maxLength));

/** A complete request, as `BookingRequest` of domain/booking. */
export const bookingRequest = v.strictObject({
  recipientIs: v.picklist(RELATIONSHIPS),
  recipient: v.strictObject({
    name: required(MAX_NAME_CHARS),
    birthYear: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200)),
    nik: v.optional(v.pipe(v.string(), v.regex(/^\d{16}$/))),
  }),
  needs: v.pipe(v.array(v.picklist(VISIT_NEEDS)), v.maxLength(VISIT_NEEDS.length)),
  needsNote: v.optional(shortText(MAX_NOTE_CHARS)),
  services: v.pipe(v.array(serviceId), v.minLength(1), v.maxLength(MAX_SERVICES)),
  packageId: v.optional(packageId),
  answers: v.record(questionId, v.boolean()),
  prepared: v.pipe(v.array(requirementId), v.maxLength(100)),
  place: v.strictObject({
    area: areaCode,
    street: required(MAX_STREET_CHARS),
    rt: v.pipe(v.string(), v.regex(/^\d{0,3}$/)),
    rw: v.pipe(v.string(), v.regex(/^\d{0,3}$/)),
    landmark: shortText(MAX_LANDMARK_CHARS),
    point: v.optional(
      v.strictObject({
        lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
        lng: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
        accuracyM: v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000)),
      }),
    ),
  }),
  preferences: v.union([
    v.literal('any'),
    v.pipe(v.array(windowChoice), v.minLength(1), v.maxLength(MAX_PREFERENCES)),
  ]),
  contact: v.strictObject({
    name: required(MAX_NAME_CHARS),
    phone: phoneNumber,
    channel: v.picklist(['call', 'whatsapp']),
  }),
});

export type BookingRequest = v.InferOutput<typeof bookingRequest>;
