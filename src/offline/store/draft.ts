import type { BookingId, PlacePoint } from '../../domain/booking/booking';
import type { WindowChoice } from '../../domain/calendar/window';
import type { PackageId, QuestionId, RequirementId, ServiceId } from '../../domain/catalogue/service';
import type { AreaCode } from '../../domain/city/city';
import type { Relationship } from '../../domain/people/relationship';
import type { VisitNeed } from '../../domain/people/visit-need';

/**
 * A request being filled in: each field as typed, judged only when a page is left. Kept whole as
 * ciphertext, since most of it is personal.
 */
export type Draft = {
  readonly id: BookingId;
  /** Unix milliseconds of the phone's clock; only shown. */
  readonly startedAtMs: number;
  readonly savedAtMs: number;
  /** Path segment of the page last open, to come back to. */
  readonly page: string;
  readonly recipientIs?: Relationship | undefined;
  readonly recipientName: string;
  readonly birthYear: string;
  readonly nik: string;
  readonly needs: readonly VisitNeed[];
  readonly needsNote: string;
  readonly packageId?: PackageId | undefined;
  readonly packageOption?: ServiceId | undefined;
  readonly services: readonly ServiceId[];
  readonly answers: Readonly<Record<QuestionId, boolean>>;
  readonly prepared: readonly RequirementId[];
  readonly area?: AreaCode | undefined;
  readonly street: string;
  readonly rt: string;
  readonly rw: string;
  readonly landmark: string;
  readonly point?: PlacePoint | undefined;
  readonly isAnyTime: boolean;
  readonly windows: readonly WindowChoice[];
  readonly contactName: string;
  readonly contactPhone: string;
  readonly channel?: 'call' | 'whatsapp' | undefined;
};

/** What a page changes: everything but the identity and the times. */
export type DraftChange = Partial<Omit<Draft, 'id' | 'startedAtMs' | 'savedAtMs'>>;
