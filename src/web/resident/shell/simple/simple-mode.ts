import { useSyncExternalStore } from 'react';
import { isSimpleMode, watchMode } from '../../../ui/theme/mode-choice';

/** Whether this phone shows the simple mode. The page as built is in the usual one. */
export function useSimpleMode(): boolean {
  return useSyncExternalStore(watchMode, isSimpleMode, () => false);
}
