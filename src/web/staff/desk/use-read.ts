import { useEffect, useRef, useState } from 'react';

export type Read<Data> = {
  /** What was read last for this key; stays while it is read again. */
  readonly data?: Data;
  readonly failure?: unknown;
};

/**
 * Reads from the server, again whenever `key` or `again` changes. An answer that comes after a newer question is left
 * aside; what was read for another key is not shown for this one.
 */
export function useRead<Data>(key: string, again: string | number, read: () => Promise<Data>): Read<Data> {
  const [state, setState] = useState<Read<Data> & { key: string }>({ key });
  const reader = useRef(read);
  reader.current = read;
  useEffect(() => {
    // Each value of `again` is a question of its own.
    let isNewest = again !== undefined;
    reader
      .current()
      .then((data) => isNewest && setState({ key, data }))
      .catch((failure: unknown) => {
        if (isNewest) setState((before) => ({ ...(before.key === key ? before : {}), key, failure }));
      });
    return () => {
      isNewest = false;
    };
  }, [key, again]);
  return state.key === key ? state : {};
}
