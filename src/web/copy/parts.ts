/**
 * The words are fetched in parts, so that a page loads no other page's words. Each part holds the ids of id.po that
 * begin with one of these names; a name may stand in several parts, and an id of no part stops the build.
 * `resident` comes with the first page of its app, the others with the pages that name them.
 */
export const PARTS = {
  resident: ['ui', 'shell', 'home'],
  booking: ['booking'],
  visits: ['visits', 'problem'],
  services: ['services'],
  settings: ['settings'],
} as const satisfies Record<string, readonly string[]>;

/** One of the separately fetched parts of the words. */
export type Part = keyof typeof PARTS;
