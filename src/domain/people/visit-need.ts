/**
 * What the crew must be prepared for: a need, never a diagnosis (UU 27/2022: health data are specific
 * personal data).
 */
export const VISIT_NEEDS = [
  'cannot-walk',
  'bedridden',
  'hard-of-hearing',
  'poor-sight',
  'needs-companion',
  'other',
] as const;

export type VisitNeed = (typeof VISIT_NEEDS)[number];
