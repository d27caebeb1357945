import { useState } from 'react';
import type { PhoneStore } from '../../../offline/store/engine/phone-store';
import { isPin } from '../../../offline/store/pin/pin-key';
import type { PinAnswer } from '../../../offline/store/pin/pin-lock';
import { useWords } from '../../copy/words';
import { usePhone } from '../shell/phone/phone-context';
import { usePinWaitWords } from './pin-field';

type Attempt = (store: PhoneStore, pin: string, nowMs: number) => Promise<PinAnswer>;

/** Tries the typed PIN and says why it was not accepted. */
export function useTryPin(attempt: Attempt, onRight: () => void) {
  const { t } = useWords();
  const { store, now } = usePhone();
  const waitWords = usePinWaitWords();
  const [pin, setPin] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const [isBusy, setIsBusy] = useState(false);
  const tryIt = async () => {
    if (!isPin(pin)) {
      setError(t('lock.error.digits'));
      return;
    }
    setIsBusy(true);
    try {
      const answer = await attempt(store, pin, now());
      setPin('');
      if (answer.is === 'waiting') setError(waitWords(answer.untilMs, now()));
      else if (answer.is === 'wrong') setError(t('lock.error.wrong'));
      else onRight();
    } catch {
      setError(t('lock.error.failed'));
    } finally {
      setIsBusy(false);
    }
  };
  return { pin, setPin, error, isBusy, tryIt };
}
