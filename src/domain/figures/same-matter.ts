/**
 * For this many days after a visit, a new request of the same person for whatever was left unfinished counts
 * as a follow-up; later it is a new matter. A city's retention (`bookingDays`) may not be shorter, so that
 * the person is still known until then.
 */
export const SAME_MATTER_DAYS = 90;
