import { makeId } from '../store/engine/make-id';
import type { CrewKeyRow } from './crew-rows';
import type { CrewStore } from './crew-store';

/**
 * Returns the key of this person's rows, made at first use; two tabs that ask at once get the same one.
 *
 * It protects this much: rows are never plain text on the phone, no script can read the key itself, and the
 * app opens only the database of whoever is signed in. WebCrypto cannot protect against this: any code that
 * runs as this site can use a key in IndexedDB, so someone who opens the developer tools on an unlocked
 * phone, or copies the whole browser profile, can use it. Against them only the phone's own lock and disk
 * encryption help.
 */
export async function readCrewKey(store: CrewStore): Promise<CrewKeyRow> {
  const known = await store.meta.get('crew-key');
  if (known?.key === 'crew-key') return known;
  const cryptoKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const made: CrewKeyRow = { key: 'crew-key', id: makeId(), cryptoKey };
  return store.transaction('rw', store.meta, async () => {
    const first = await store.meta.get('crew-key');
    if (first?.key === 'crew-key') return first;
    await store.meta.add(made);
    return made;
  });
}
