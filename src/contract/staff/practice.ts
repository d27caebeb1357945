import * as v from 'valibot';
import { STAFF_ROLES } from '../../domain/staff/role';

/** Response of `/api/staff/practice` and the addresses below it. `url` is the practice city's own origin. */
export const practiceState = v.object({
  isRunning: v.boolean(),
  /**
   * Practice runs with the settings the program was built with, because it could not start with the city's
   * own.
   */
  isAsBuilt: v.boolean(),
  url: v.string(),
  /** Each link admits one person, once. */
  people: v.array(v.object({ role: v.picklist(STAFF_ROLES), name: v.string(), link: v.string() })),
});

export type PracticeState = v.InferOutput<typeof practiceState>;
