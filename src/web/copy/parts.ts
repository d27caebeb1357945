/**
 * Messages are fetched in parts, so that a page loads no other page's messages. Each part has the ids of the
 * PO files that begin with one of its names; a name may be in several parts, and an id in no part stops the
 * build. `resident` and `staff` come with the first page of their app, the others with the pages that name
 * them.
 */
export const PARTS = {
  resident: ['ui', 'shell', 'home'],
  booking: ['booking', 'photo-link'],
  visits: ['visits', 'outcome', 'problem', 'callback', 'photo-link'],
  photos: ['photos', 'problem'],
  family: ['family'],
  lock: ['lock'],
  services: ['services', 'places', 'programme'],
  transfer: ['transfer'],
  settings: ['settings'],
  simple: ['simple'],
  erase: ['erase'],
  staff: ['ui', 'staff', 'staff-problem', 'problem'],
  account: ['account'],
  members: ['members'],
  desk: ['desk'],
  'staff-photo': ['staff-photo'],
  practice: ['practice'],
  'set-up': ['set-up'],
  audit: ['audit'],
  figures: ['figures'],
  'run-sheet': ['run-sheet'],
} as const satisfies Record<string, readonly string[]>;

/** One of the separately fetched parts of the copy. */
export type Part = keyof typeof PARTS;

/** The parts that each app can fetch: its build does not contain the files of the others. */
export const PARTS_OF_APP = {
  resident: [
    'resident',
    'booking',
    'visits',
    'photos',
    'family',
    'lock',
    'services',
    'settings',
    'simple',
    'transfer',
    'erase',
  ],
  staff: [
    'staff',
    'account',
    'members',
    'desk',
    'staff-photo',
    'run-sheet',
    'practice',
    'set-up',
    'audit',
    'figures',
    'booking',
  ],
} as const satisfies Record<string, readonly Part[]>;
