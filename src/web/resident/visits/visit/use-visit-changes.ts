import { useEffect, useState } from 'react';
import type { Visit } from '../../../../offline/store/visit/visit';
import { markVisitSeen } from '../../../../offline/store/visit/visits';
import { usePhone } from '../../shell/phone/phone-context';

/**
 * What changed since the visit was last looked at. Being shown counts as the look, so the phone forgets it at once and
 * the page goes on saying it until it is left.
 */
export function useVisitChanges(visit: Visit): Visit['changedSince'] {
  const { store } = usePhone();
  const { id, changedSince, row } = visit;
  const revision = row?.revision;
  const [changes, setChanges] = useState<Visit['changedSince']>(undefined);
  useEffect(() => {
    if (revision === undefined) return;
    if (changedSince !== undefined) setChanges(changedSince);
    // Left unmarked when the phone refuses the write: it is then said once more, which does no harm.
    void markVisitSeen(store, id).catch(() => undefined);
  }, [store, id, revision, changedSince]);
  return changes;
}
