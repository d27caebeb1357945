import { judgeTransition } from '../../../../domain/booking/state';
import type { JudgedTime } from '../../../../domain/calendar/judged-time';
import type { CitySettings } from '../../../../domain/city/city';
import type { Visit } from '../../../../offline/store/visit/visit';

/** `perhaps`: it is too late by a clock that may be wrong, so the resident may try and the server decides. */
export type MayChange = 'yes' | 'perhaps' | 'no';

/**
 * Returns whether this phone may ask for the change now; the server decides again. Only one change at a time
 * may wait to be sent.
 */
export function canChangeVisit(
  visit: Pick<Visit, 'row' | 'pending'>,
  action: 'cancel' | 'choose-window' | 'change-request',
  settings: CitySettings,
  { nowMs, isSure }: JudgedTime,
): MayChange {
  const { row, pending } = visit;
  if (row === undefined || pending !== undefined) return 'no';
  const { state, scheduled, role: actor } = row;
  const judged = judgeTransition({ state, scheduled, action, actor, nowMs, settings });
  if (judged.ok) return 'yes';
  return judged.problem === 'booking-too-late' && !isSure ? 'perhaps' : 'no';
}
