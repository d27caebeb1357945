/** Whom the visit is for: the requester, a parent, other family, or a resident whom the requester helps. */
export const RELATIONSHIPS = ['self', 'parent', 'family', 'resident'] as const;

export type Relationship = (typeof RELATIONSHIPS)[number];
