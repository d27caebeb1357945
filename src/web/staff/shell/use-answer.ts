import { useEffect, useRef, useState } from 'react';

/** What a page shows of the server: `data` stays while it is read again, and may be replaced by a later answer. */
export type Answer<Data> = {
  readonly data?: Data;
  readonly failure?: unknown;
  readonly again: () => void;
  readonly set: (data: Data) => void;
};

/** Reads once, and anew on `again`. `read` may be written in place: only `key` decides what is read. */
export function useAnswer<Data>(key: string, read: () => Promise<Data>): Answer<Data> {
  const [found, setFound] = useState<{ data?: Data; failure?: unknown }>({});
  const [tries, setTries] = useState(0);
  const reader = useRef(read);
  reader.current = read;
  useEffect(() => {
    // Each try and each key is a question of its own: a late answer to an older one is left aside.
    let isNewest = tries >= 0 && key !== undefined;
    reader.current().then(
      (data) => isNewest && setFound({ data }),
      (failure: unknown) => isNewest && setFound((before) => ({ ...before, failure })),
    );
    return () => {
      isNewest = false;
    };
  }, [key, tries]);
  return { ...found, again: () => setTries((before) => before + 1), set: (data) => setFound({ data }) };
}
