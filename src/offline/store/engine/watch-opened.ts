import { liveQuery } from 'dexie';

/**
 * The live query reads ciphertext alone, and what it gives is opened after it: WebCrypto inside its zone would cut
 * the query off from its tables. Opening takes time, so a value overtaken by a newer one is not shown.
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
