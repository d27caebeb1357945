import { makeId } from '../store/engine/make-id';
import type { CrewKeyRow } from './crew-rows';
import type { CrewStore } from './crew-store';

/**
 * The key of this person's rows, made at first use; two tabs at once get the same one.
 *
 * What it protects: rows are never plain text on the phone, the key itself cannot be read out by any script, and the
 * app opens nobody's database but that of who is signed in. What WebCrypto cannot protect: a key in IndexedDB can be
 * used by whatever runs as this site, so someone who opens the browser's developer tools on an unlocked phone, or who
 * copies the whole browser profile, can use it. Against those stand the phone's own lock and its disk encryption.
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
