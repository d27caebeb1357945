import type { City } from '../../../domain/city/city';
import type { StaffRole } from '../../../domain/staff/role';
import type { StaffActor } from '../../commands/run/staff-actor';
import type { PracticeDays } from './practice-days';
import type { PracticeHands } from './practice-hands';
import type { Seeded } from './seeded';

/** What every step of filling the practice city works with. */
export type Filling = {
  readonly city: City;
  readonly nowMs: number;
  readonly days: PracticeDays;
  readonly hands: PracticeHands;
  readonly seeded: Seeded;
  /** Returns the person with that role; throws where there is none. */
  readonly actor: (role: StaffRole, unit?: string) => StaffActor;
};
