/**
 * Days after a visit in which a new request of the same person for what was left unfinished is a follow-up; after them it
 * is a new matter. No booking's person is forgotten by the city's own retention before they are over.
 */
export const SAME_MATTER_DAYS = 90;
