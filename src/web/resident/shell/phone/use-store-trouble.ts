import { useEffect, useState } from 'react';
import type { StoreTrouble } from '../../../../offline/store/engine/store-trouble';
import { storeTrouble } from '../../../../offline/store/engine/store-trouble';
import { useLatePhone } from './phone-context';

/** Returns why this phone cannot store anything; undefined while it can. */
export function useStoreTrouble(): StoreTrouble | undefined {
  const store = useLatePhone()?.store;
  const [trouble, setTrouble] = useState<StoreTrouble | undefined>(undefined);
  useEffect(() => {
    if (!store) return;
    let isShown = true;
    import('../../../../offline/store/engine/phone-store')
      .then(({ openOrTell }) => openOrTell(store))
      .then(
        () => isShown && setTrouble(undefined),
        (error: unknown) => isShown && setTrouble(storeTrouble(error)),
      );
    return () => {
      isShown = false;
    };
  }, [store]);
  return trouble;
}
