import { useEffect, useState } from 'react';
import type { TakeUpdate } from './app-update';
import { readWhatIsKept, watchUpdate } from './app-update';
import { UpdateOffer } from './update-offer';

/** Offers a new version once one waits. Criteria: nothing changes before the button is pressed. */
export function UpdateNotice({ script }: { script: string }) {
  const [update, setUpdate] = useState<{ take: TakeUpdate } | undefined>(undefined);
  useEffect(() => {
    readWhatIsKept(script);
    // Starts after the page is drawn: storing files for later must not slow down the first view.
    const timer = setTimeout(() => void watchUpdate(script, (take) => setUpdate({ take })), 1000);
    return () => clearTimeout(timer);
  }, [script]);
  return update ? <UpdateOffer onTake={update.take} /> : null;
}
