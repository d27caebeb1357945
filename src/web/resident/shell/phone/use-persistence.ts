import { useEffect } from 'react';
import { askToPersist } from '../../../../offline/store/engine/persist';

/**
 * Asks the browser to keep what this phone stores, once there is something worth keeping: some browsers show a question
 * then, which means nothing to a person who only looks around.
 */
export function usePersistence(hasSomethingToKeep: boolean): void {
  useEffect(() => {
    if (hasSomethingToKeep) void askToPersist();
  }, [hasSomethingToKeep]);
}
