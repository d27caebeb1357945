import type { BookingState } from '../../../domain/booking/state';
import type { StatusTone } from '../../ui/status-tag/status-tag';

const TONES: Readonly<Record<BookingState, StatusTone>> = {
  waiting: 'waiting',
  scheduled: 'plain',
  departed: 'plain',
  arrived: 'plain',
  closed: 'good',
  cancelled: 'bad',
};

/** The look of a booking's state. */
export function stateTone(state: BookingState): StatusTone {
  return TONES[state];
}
