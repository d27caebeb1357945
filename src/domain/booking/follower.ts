/** Other phones that may follow one visit at a time. More than that is not a family: the link has leaked. */
export const MAX_FOLLOWERS = 20;

export type FollowerId = string & { readonly __brand: 'FollowerId' };
