import { useEffect, useState } from 'react';
import { type StoreTrouble, storeTrouble } from '../../../../offline/store/engine/store-trouble';
import { useLatePhone } from './phone-context';

/** Returns why this phone cannot read or store anything, from its first opening on; undefined while it can. */
export function useStoreTrouble(): StoreTrouble | undefined {
  const store = useLatePhone()?.store;
  const [trouble, setTrouble] = useState<StoreTrouble | undefined>(undefined);
  useEffect(() => {
    if (!store) return;
    let stop: (() => void) | undefined;
    let isShown = true;
    const show = (error: unknown) => isShown && setTrouble(storeTrouble(error));
    Promise.all([
      import('../../../../offline/store/engine/phone-store'),
      import('../../../../offline/store/engine/store-health'),
    ]).then(([{ openOrTell }, { watchTrouble }]) => {
      if (!isShown) return;
      stop = watchTrouble(store, setTrouble);
      // Opened explicitly: a watcher alone would wait silently for a database that another tab blocks.
      openOrTell(store).catch(show);
    }, show);
    return () => {
      isShown = false;
      stop?.();
    };
  }, [store]);
  return trouble;
}
