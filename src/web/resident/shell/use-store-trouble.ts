import { useEffect, useState } from 'react';
import { openOrTell } from '../../../offline/store/phone-store';
import { storeTrouble } from '../../../offline/store/store-trouble';
import { usePhone } from './phone-context';

/** Why this phone cannot keep anything; absent while it can. */
export function useStoreTrouble(): ReturnType<typeof storeTrouble> | undefined {
  const { store } = usePhone();
  const [trouble, setTrouble] = useState<ReturnType<typeof storeTrouble> | undefined>(undefined);
  useEffect(() => {
    let isShown = true;
    const tell = (error: unknown) => {
      if (isShown) setTrouble(storeTrouble(error));
    };
    openOrTell(store).then(() => isShown && setTrouble(undefined), tell);
    return () => {
      isShown = false;
    };
  }, [store]);
  return trouble;
}
