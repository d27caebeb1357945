import fc from 'fast-check';
import { FATES, type Fate } from './bad-network';
import { DATES, FLAWS, type Flaw, WINDOWS } from './small-city';

type Choice = { readonly date: (typeof DATES)[number]; readonly window: (typeof WINDOWS)[number] };

/**
 * One act of a person on a phone, or one event for all. `visit` counts round the visits that the phone has.
 */
export type Step =
  | {
      readonly is: 'book';
      readonly phone: number;
      readonly preferences: 'any' | readonly Choice[];
      readonly flaw: Flaw;
      /** The button is tapped in two tabs. */
      readonly twice: boolean;
    }
  | { readonly is: 'cancel'; readonly phone: number; readonly visit: number }
  | { readonly is: 'choose'; readonly phone: number; readonly visit: number; readonly choice: Choice }
  | { readonly is: 'follow'; readonly phone: number; readonly of: number; readonly visit: number }
  /** The requester renews the follow link, or removes a follower, which renews the link as well. */
  | { readonly is: 'renew' | 'remove-follower'; readonly phone: number; readonly visit: number }
  /** A refused visit is corrected and sent again. */
  | { readonly is: 'correct'; readonly phone: number; readonly visit: number }
  /** A visit is withdrawn: as a draft where it has not left the phone, else by a cancellation. */
  | { readonly is: 'withdraw'; readonly phone: number; readonly visit: number }
  | { readonly is: 'send'; readonly phone: number; readonly tab: 0 | 1 }
  | { readonly is: 'rest'; readonly messages: number }
  | { readonly is: 'clock'; readonly hours: number }
  | { readonly is: 'job' };

export type Plan = {
  readonly steps: readonly Step[];
  /** The fates of each phone's requests, in turn. */
  readonly fates: readonly (readonly Fate[])[];
  readonly order: readonly number[];
};

const PHONES = 3;

const phone = fc.nat(PHONES - 1);
const visit = fc.nat(3);
/** Two of three choices are days that are offered. */
const choice = fc.record({
  date: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(DATES[1], DATES[2]) },
    { weight: 1, arbitrary: fc.constantFrom(...DATES) },
  ),
  window: fc.constantFrom(...WINDOWS),
});
/** Many bookings prefer the same window, so that it fills up. */
const preferences = fc.oneof(
  fc.constant('any' as const),
  fc.constant([{ date: DATES[1], window: WINDOWS[0] }] as const),
  fc.array(choice, { minLength: 1, maxLength: 3 }),
);
const flaw = fc.oneof({ weight: 3, arbitrary: fc.constant('none' as const) }, fc.constantFrom(...FLAWS));

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ is: fc.constant('book' as const), phone, preferences, flaw, twice: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('cancel' as const), phone, visit }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('choose' as const), phone, visit, choice }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('follow' as const), phone, of: phone, visit }) },
  {
    weight: 2,
    arbitrary: fc.record({ is: fc.constantFrom('renew' as const, 'remove-follower' as const), phone, visit }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('correct' as const), phone, visit }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('withdraw' as const), phone, visit }) },
  {
    weight: 6,
    arbitrary: fc.record({
      is: fc.constant('send' as const),
      phone,
      tab: fc.constantFrom(0 as const, 1 as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ is: fc.constant('rest' as const), messages: fc.integer({ min: 1, max: 12 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('clock' as const), hours: fc.constantFrom(1, 6, 24) }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('job' as const) }) },
);

export const plan: fc.Arbitrary<Plan> = fc.record({
  steps: fc.array(step, { minLength: 8, maxLength: 50, size: 'max' }),
  fates: fc.array(fc.array(fc.constantFrom(...FATES), { maxLength: 8 }), {
    minLength: PHONES,
    maxLength: PHONES,
  }),
  order: fc.array(fc.nat(7), { minLength: 1, maxLength: 12 }),
});
