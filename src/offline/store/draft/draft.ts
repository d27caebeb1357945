import type { BookingId } from '../../../domain/booking/booking';
import type { RequestDraft } from '../../../domain/booking/request-draft';

/**
 * A request being filled in: each field as typed, judged only when a page is left. Kept whole as
 * ciphertext, since most of it is personal.
 */
export type Draft = RequestDraft & {
  readonly id: BookingId;
  /** Unix milliseconds of the phone's clock; only shown. */
  readonly startedAtMs: number;
  readonly savedAtMs: number;
  /** Path segment of the page last open, to come back to. */
  readonly page: string;
  /** The visit that this one is to finish. */
  readonly followUpOf?: BookingId | undefined;
};

/** What a page changes: everything but the identity and the times. */
export type DraftChange = Partial<Omit<Draft, 'id' | 'startedAtMs' | 'savedAtMs'>>;
