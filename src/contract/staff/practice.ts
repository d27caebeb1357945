import * as v from 'valibot';
import { STAFF_ROLES } from '../../domain/staff/role';

/** Answer of `/api/staff/practice` and what is below it. `url`: the practice city's own origin. */
export const practiceState = v.object({
  isRunning: v.boolean(),
  /** It is as the program was built: the city's own settings could not be practised in. */
  isAsBuilt: v.boolean(),
  url: v.string(),
  /** Each link lets one person in, once. */
  people: v.array(v.object({ role: v.picklist(STAFF_ROLES), name: v.string(), link: v.string() })),
});

export type PracticeState = v.InferOutput<typeof practiceState>;
