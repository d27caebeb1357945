import type { Plan } from './plan';

/**
 * Plans that once failed, tried first in every run. To add one, copy the counterexample of the failure's message and say
 * what was wrong.
 */
export const pastPlans: readonly Plan[] = [
  // A place on the waiting list moved up when another left it, and the phone went on showing the old one.
  {
    steps: [
      { is: 'book', phone: 1, wish: [{ date: '2026-11-23', window: 'pagi' }], flaw: 'none', twice: false },
      { is: 'rest', messages: 1 },
      { is: 'rest', messages: 1 },
      { is: 'send', phone: 0, tab: 0 },
      { is: 'rest', messages: 1 },
      { is: 'cancel', phone: 1, visit: 0 },
      { is: 'book', phone: 0, wish: [{ date: '2026-11-24', window: 'pagi' }], flaw: 'none', twice: false },
      { is: 'rest', messages: 1 },
      { is: 'book', phone: 0, wish: [{ date: '2026-11-23', window: 'pagi' }], flaw: 'none', twice: false },
    ],
    fates: [[], [], []],
    order: [0],
  },
];
