import { useSyncExternalStore } from 'react';
import { isSimpleMode, watchMode } from '../../../ui/theme/mode-choice';

/** Whether this phone shows simple mode. The prerendered page is in the usual mode. */
export function useSimpleMode(): boolean {
  return useSyncExternalStore(watchMode, isSimpleMode, () => false);
}
