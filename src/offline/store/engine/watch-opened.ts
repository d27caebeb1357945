import { liveQuery } from 'dexie';

/**
 * Watches a live query that reads only ciphertext, and decrypts what it reads afterwards: WebCrypto inside
 * Dexie's zone would cut the query off from its tables. Decrypting takes time, so a value overtaken by a
 * newer one is dropped.
 */
export function watchOpened<Read, Value>(
  read: () => Promise<Read>,
  open: (read: Read) => Promise<Value>,
  onValue: (value: Value) => void,
  onError: (error: unknown) => void,
): () => void {
  let latest = 0;
  const subscription = liveQuery(read).subscribe((value) => {
    latest += 1;
    const mine = latest;
    open(value).then((opened) => {
      if (mine === latest) onValue(opened);
    }, onError);
  }, onError);
  return () => {
    latest = -1;
    subscription.unsubscribe();
  };
}
