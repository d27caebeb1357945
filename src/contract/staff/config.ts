import * as v from 'valibot';
import { cityConfig } from '../city-config';
import { bookingId, instant, publicNumber } from '../scalars';

/** One earlier revision of the configuration: who changed it, when and why. */
const configLine = v.object({ revision: v.number(), at: instant, by: v.string(), note: v.string() });

/**
 * Response of `GET /api/staff/config` (admin): the configuration in force, and the changes before it, newest
 * first.
 */
export const configFile = v.object({
  revision: v.number(),
  config: cityConfig,
  history: v.array(configLine),
});

/** Body of `POST /api/staff/config/preview` and, with `note`, of `PUT /api/staff/config`. */
export const configChange = v.strictObject({
  /**
   * The revision that was edited: if another admin has changed it meanwhile, it is refused with
   * `config-changed`.
   */
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  config: cityConfig,
});
export const configSave = v.strictObject({
  ...configChange.entries,
  note: v.pipe(v.string(), v.maxLength(300)),
});

/**
 * What a change does to visits that have a date, and the faults of the change in words; with faults it cannot
 * be saved.
 */
export const configPreview = v.object({
  faults: v.array(v.string()),
  effects: v.array(
    v.object({ id: bookingId, number: publicNumber, why: v.picklist(['window-gone', 'window-too-small']) }),
  ),
  /** How many visits keep their date. */
  kept: v.number(),
});

/**
 * Response of `PUT /api/staff/config`: the visits that lost their window now have another or are on the
 * waiting list. While `isUnderWay` their sum is known, and the shares may still change.
 */
export const configSaved = v.object({
  revision: v.number(),
  moved: v.number(),
  waiting: v.number(),
  isUnderWay: v.optional(v.boolean()),
});

export type ConfigFile = v.InferOutput<typeof configFile>;
export type ConfigChange = v.InferOutput<typeof configChange>;
export type ConfigSave = v.InferOutput<typeof configSave>;
export type ConfigPreview = v.InferOutput<typeof configPreview>;
export type ConfigSaved = v.InferOutput<typeof configSaved>;
