import type { Part } from '../copy/parts';

/**
 * The words that each feature's pages use in addition to those of the first page; fetched with the feature's
 * code.
 */
export const RESIDENT_FEATURE_WORDS = {
  'book-visit': ['booking'],
  visits: ['visits'],
  photos: ['photos'],
  family: ['family', 'booking'],
  lock: ['lock'],
  services: ['services'],
  transfer: ['transfer', 'settings'],
  settings: ['settings'],
  simple: ['simple'],
  erase: ['erase'],
} as const satisfies Record<string, readonly Part[]>;
