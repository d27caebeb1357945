import fc from 'fast-check';
import { FATES, type Fate } from './bad-network';
import { DATES, FLAWS, type Flaw, WINDOWS } from './small-city';

type Choice = { readonly date: (typeof DATES)[number]; readonly window: (typeof WINDOWS)[number] };

/** What a person does on a phone, or what happens to all. `phone` and `visit` count round those there are. */
export type Step =
  | {
      readonly is: 'book';
      readonly phone: number;
      readonly wish: 'any' | readonly Choice[];
      readonly flaw: Flaw;
      /** The button is tapped in two tabs. */
      readonly twice: boolean;
    }
  | { readonly is: 'cancel'; readonly phone: number; readonly visit: number }
  | { readonly is: 'choose'; readonly phone: number; readonly visit: number; readonly choice: Choice }
  | { readonly is: 'follow'; readonly phone: number; readonly of: number; readonly visit: number }
  /** The owner makes a new link, or puts a follower out, which makes one as well. */
  | { readonly is: 'renew' | 'put-out'; readonly phone: number; readonly visit: number }
  /** A refused visit is put right and sent again. */
  | { readonly is: 'mend'; readonly phone: number; readonly visit: number }
  /** A visit is taken back: as a draft where it did not leave yet, else by a cancellation. */
  | { readonly is: 'withdraw'; readonly phone: number; readonly visit: number }
  | { readonly is: 'send'; readonly phone: number; readonly tab: 0 | 1 }
  | { readonly is: 'rest'; readonly messages: number }
  | { readonly is: 'clock'; readonly hours: number }
  | { readonly is: 'job' };

export type Plan = {
  readonly steps: readonly Step[];
  /** Of each phone's requests, in turn. */
  readonly fates: readonly (readonly Fate[])[];
  readonly order: readonly number[];
};

const PHONES = 3;

const phone = fc.nat(PHONES - 1);
const visit = fc.nat(3);
/** Two of three are days that are offered. */
const choice = fc.record({
  date: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(DATES[1], DATES[2]) },
    { weight: 1, arbitrary: fc.constantFrom(...DATES) },
  ),
  window: fc.constantFrom(...WINDOWS),
});
/** Most wish for the same window, so that it fills up. */
const wish = fc.oneof(
  fc.constant('any' as const),
  fc.constant([{ date: DATES[1], window: WINDOWS[0] }] as const),
  fc.array(choice, { minLength: 1, maxLength: 3 }),
);
const flaw = fc.oneof({ weight: 3, arbitrary: fc.constant('none' as const) }, fc.constantFrom(...FLAWS));

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ is: fc.constant('book' as const), phone, wish, flaw, twice: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('cancel' as const), phone, visit }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('choose' as const), phone, visit, choice }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('follow' as const), phone, of: phone, visit }) },
  {
    weight: 2,
    arbitrary: fc.record({ is: fc.constantFrom('renew' as const, 'put-out' as const), phone, visit }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('mend' as const), phone, visit }) },
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
