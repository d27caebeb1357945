import type { BookingId, Preferences } from '../../../domain/booking/booking';
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
  /** The sent request that this draft changes; absent for a new request. */
  readonly changeOf?: ChangedRequest | undefined;
};

/** What a change of a sent request rests on. */
export type ChangedRequest = {
  readonly bookingId: BookingId;
  /** Revision of the server's row on which the resident decides. */
  readonly revision: number;
  /** When the desk had last changed the request by then; absent where it never had. */
  readonly deskChangedAt?: string | undefined;
  /** The answers as they were, to tell what the resident changes. */
  readonly before: RequestAnswers;
  readonly preferences: Preferences;
  /** The resident gives up the visit's date for one of new wishes. */
  readonly givesUpDate?: boolean | undefined;
};

/** The fields of a draft that hold answers. */
export type RequestAnswers = Partial<RequestDraft>;

/** What a page may change: everything but the identity and the times. */
export type DraftChange = Partial<Omit<Draft, 'id' | 'startedAtMs' | 'savedAtMs'>>;
