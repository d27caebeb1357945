import type { Part } from '../copy/parts';

/**
 * The words that each feature's pages use in addition to those of the shell; fetched with the feature's code.
 */
export const STAFF_FEATURE_WORDS = {
  account: ['account'],
  audit: ['audit'],
  desk: ['desk', 'booking', 'staff-photo'],
  figures: ['figures'],
  members: ['members'],
  practice: ['practice'],
  'run-sheet': ['run-sheet', 'staff-photo'],
  'set-up': ['set-up'],
} as const satisfies Record<string, readonly Part[]>;
