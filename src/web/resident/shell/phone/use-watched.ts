import { useEffect, useRef, useState } from 'react';

/** Starts to listen and answers how to stop, as `watchDrafts` and its like in `offline/` do. */
type Subscribe<T> = (onValue: (value: T) => void, onError: (error: unknown) => void) => () => void;

/** `value` is absent until the first answer. After an error the last value stays. */
export type Watched<T> = { readonly value: T | undefined; readonly error?: unknown };

/** Compares as React does the list of what an effect depends on. */
function isSame(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((part, index) => Object.is(part, after[index]));
}

const NOTHING_YET = { value: undefined };

/**
 * What the phone keeps, as it changes: `useWatched((value, error) => watchVisits(store, value, error), [store])`.
 * Listens anew only when one of `deps` changes, so `subscribe` may be written in place. A value belongs to the `deps`
 * it was told for: it is never shown for others, not even for one drawing.
 */
export function useWatched<T>(subscribe: Subscribe<T>, deps: readonly unknown[]): Watched<T> {
  const [told, setTold] = useState<{ deps: readonly unknown[]; watched: Watched<T> } | undefined>(undefined);
  const listening = useRef<{ deps: readonly unknown[]; stop: () => void } | undefined>(undefined);
  // Runs after every drawing and does nothing while the parts stay the same.
  useEffect(() => {
    if (listening.current && isSame(listening.current.deps, deps)) return;
    listening.current?.stop();
    const stop = subscribe(
      (value) => setTold({ deps, watched: { value } }),
      (error) => {
        setTold((before) => {
          const value = before && isSame(before.deps, deps) ? before.watched.value : undefined;
          return { deps, watched: { value, error } };
        });
      },
    );
    listening.current = { deps, stop };
  });
  useEffect(
    () => () => {
      listening.current?.stop();
      listening.current = undefined;
    },
    [],
  );
  return told && isSame(told.deps, deps) ? told.watched : NOTHING_YET;
}
