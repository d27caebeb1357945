import { useEffect } from 'react';
import { askToPersist } from '../../../../offline/store/engine/persist';

/**
 * Asks the browser to keep this phone's storage, once there is something worth keeping: some browsers then
 * show a question, which would mean nothing to a resident who is only looking around.
 */
export function usePersistence(hasSomethingToKeep: boolean): void {
  useEffect(() => {
    if (hasSomethingToKeep) void askToPersist();
  }, [hasSomethingToKeep]);
}
