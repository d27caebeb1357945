import { judgeTransition } from '../../../../domain/booking/state';
import type { CitySettings } from '../../../../domain/city/city';
import type { Visit } from '../../../../offline/store/visit/visit';

/**
 * Whether this phone may ask for the change now; the server decides again. Only one change at a time may wait
 * to be sent.
 */
export function canChangeVisit(
  visit: Pick<Visit, 'row' | 'pending'>,
  action: 'cancel' | 'choose-window',
  settings: CitySettings,
  nowMs: number,
): boolean {
  const { row, pending } = visit;
  if (row === undefined || pending !== undefined) return false;
  return judgeTransition({
    state: row.state,
    scheduled: row.scheduled,
    action,
    actor: row.role,
    nowMs,
    settings,
  }).ok;
}
