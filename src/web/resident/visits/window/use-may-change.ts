import type { Visit } from '../../../../offline/store/visit/visit';
import { usePhone } from '../../shell/phone/phone-context';
import { canChangeVisit, type MayChange } from './can-change-visit';

/** Returns what this phone may ask for now, by its clock and by how sure that is. */
export function useMayChange(
  visit: Visit,
): Readonly<Record<'cancel' | 'choose-window' | 'change-request', MayChange>> {
  const { city, now, isTimeSure } = usePhone();
  const time = { nowMs: now(), isSure: isTimeSure() };
  return {
    cancel: canChangeVisit(visit, 'cancel', city.settings, time),
    'choose-window': canChangeVisit(visit, 'choose-window', city.settings, time),
    'change-request': canChangeVisit(visit, 'change-request', city.settings, time),
  };
}
