import type { BookingId } from '../../../domain/booking/booking';
import type { RequestDraft } from '../../../domain/booking/request-draft';

/**
 * A request being filled in: each field as typed, checked only when the resident leaves a page. The whole
 * draft is encrypted, since most of it is personal.
 */
export type Draft = RequestDraft & {
  readonly id: BookingId;
  /** Unix milliseconds of the phone's clock; only for display. */
  readonly startedAtMs: number;
  readonly savedAtMs: number;
  /** Path segment of the page that was last open, to return to. */
  readonly page: string;
  /** The earlier visit whose unfinished services this request continues. */
  readonly followUpOf?: BookingId | undefined;
};

/** What a page may change: everything but the identity and the times. */
export type DraftChange = Partial<Omit<Draft, 'id' | 'startedAtMs' | 'savedAtMs'>>;
