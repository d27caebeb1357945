import type { Plan } from './plan';

/**
 * Plans that once failed, tried first in every run. To add one, copy the counterexample of the failure's
 * message and say what was wrong.
 */
export const pastPlans: readonly Plan[] = [
  // A place on the waiting list moved up when another booking left the list, and the phone went on showing
  // the old place.
  {
    steps: [
      {
        is: 'book',
        phone: 1,
        preferences: [{ date: '2026-11-23', window: 'pagi' }],
        flaw: 'none',
        twice: false,
      },
      { is: 'rest', messages: 1 },
      { is: 'rest', messages: 1 },
      { is: 'send', phone: 0, tab: 0 },
      { is: 'rest', messages: 1 },
      { is: 'cancel', phone: 1, visit: 0 },
      {
        is: 'book',
        phone: 0,
        preferences: [{ date: '2026-11-24', window: 'pagi' }],
        flaw: 'none',
        twice: false,
      },
      { is: 'rest', messages: 1 },
      {
        is: 'book',
        phone: 0,
        preferences: [{ date: '2026-11-23', window: 'pagi' }],
        flaw: 'none',
        twice: false,
      },
    ],
    fates: [[], [], []],
    order: [0],
  },
];
