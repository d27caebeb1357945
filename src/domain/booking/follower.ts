/** Other phones that may follow one visit at a time. More is no family: a link that went astray. */
export const MAX_FOLLOWERS = 20;

export type FollowerId = string & { readonly __brand: 'FollowerId' };
