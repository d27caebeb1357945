import type { BookingRequest } from '../../domain/booking/booking';
import type { Draft } from './draft';

/** What this phone keeps sealed of a booking it made. */
export type SealedBooking = {
  readonly request: BookingRequest;
  readonly minutes: number;
  readonly followToken: string;
  /** As typed, to be corrected when the server refuses; dropped once it accepted. */
  readonly draft?: Draft | undefined;
};
