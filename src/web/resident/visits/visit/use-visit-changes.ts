import { useEffect, useState } from 'react';
import type { Visit } from '../../../../offline/store/visit/visit';
import { markVisitSeen } from '../../../../offline/store/visit/visits';
import { usePhone } from '../../shell/phone/phone-context';

/**
 * Returns what changed since the resident last saw the visit. Showing the changes counts as seeing them, so
 * the phone marks them seen at once, and the page shows them until the resident leaves.
 */
export function useVisitChanges(visit: Visit): Visit['changedSince'] {
  const { store } = usePhone();
  const { id, changedSince, row } = visit;
  const revision = row?.revision;
  const [changes, setChanges] = useState<Visit['changedSince']>(undefined);
  useEffect(() => {
    if (revision === undefined) return;
    if (changedSince !== undefined) setChanges(changedSince);
    // Unmarked if the write fails: the page then says the changes once more, which does no harm.
    void markVisitSeen(store, id).catch(() => undefined);
  }, [store, id, revision, changedSince]);
  return changes;
}
