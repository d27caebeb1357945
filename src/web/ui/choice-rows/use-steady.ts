import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * Returns the same function at every drawing, which calls the newest `act`: rows that receive it are not
 * redrawn.
 */
export function useSteady<Args extends readonly unknown[]>(
  act: (...args: Args) => void,
): (...args: Args) => void {
  const newest = useRef(act);
  useLayoutEffect(() => {
    newest.current = act;
  });
  return useCallback((...args: Args) => newest.current(...args), []);
}
