import type { Availability } from '../../contract/availability';
import type { BookingRow } from '../../contract/booking-row';
import type { Command } from '../../contract/commands';
import type { ProblemDetails } from '../../contract/problem';
import type { CommandId } from '../../contract/scalars';
import type { BookingId } from '../../domain/booking/booking';
import type { WindowChoice } from '../../domain/calendar/window';
import type { Sealed } from './seal';

export type MetaEntry = { readonly key: string; readonly value: unknown };

export type DraftEntry = {
  readonly id: BookingId;
  readonly startedAtMs: number;
  readonly savedAtMs: number;
  readonly sealed: Sealed;
};

export type PendingChange = 'submit' | 'cancel' | 'choose-window';

/** A visit of this phone: the server's row in the open, everything the phone typed sealed. */
export type BookingEntry = {
  readonly id: BookingId;
  readonly queuedAtMs: number;
  readonly delivery: 'kept' | 'refused' | 'known';
  /** Absent on a follower's phone. */
  readonly sealed?: Sealed;
  readonly row?: BookingRow;
  readonly seenRow?: BookingRow;
  problem?: ProblemDetails;
  pending?: PendingChange;
  pendingChoice?: WindowChoice;
  /** The NIK is cut and what was typed dropped, since the server has it. */
  readonly isReduced?: boolean;
};

export type OutboxEntry = {
  readonly seq: number;
  readonly id: CommandId;
  readonly name: Command['name'];
  readonly bookingId?: BookingId;
  readonly sealed: Sealed;
};

export type AvailabilityEntry = { readonly key: string; readonly answer: Availability };
