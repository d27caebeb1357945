import { useEffect, useRef, useState } from 'react';

/** Starts listening and returns a function that stops, like `watchDrafts` in `offline/`. */
type Subscribe<T> = (onValue: (value: T) => void, onError: (error: unknown) => void) => () => void;

/** `value` is undefined until the first answer. After an error the last value stays. */
export type Watched<T> = { readonly value: T | undefined; readonly error?: unknown };

/** Compares dependency lists as React does. */
function isSame(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((part, index) => Object.is(part, after[index]));
}

const NOTHING_YET = { value: undefined };

/**
 * Returns what the phone stores, as it changes: `useWatched((value, error) => watchVisits(store, value,
 * error), [store])`. Subscribes again only when one of `deps` changes, so `subscribe` may be an inline
 * function. A value is shown only for the `deps` it was read for, not even for one drawing with others.
 */
export function useWatched<T>(subscribe: Subscribe<T>, deps: readonly unknown[]): Watched<T> {
  const [told, setTold] = useState<{ deps: readonly unknown[]; watched: Watched<T> } | undefined>(undefined);
  const listening = useRef<{ deps: readonly unknown[]; stop: () => void } | undefined>(undefined);
  // Runs after every drawing, and does nothing while `deps` stay the same.
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
