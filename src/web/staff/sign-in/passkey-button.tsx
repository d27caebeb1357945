import { useState } from 'react';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { ApiFailure } from '../shell/api/api';
import { useFailureCodeWords } from '../shell/api/failure-words';
import { canUsePasskeys, signInWithPasskey } from '../shell/session/passkey';
import { useSession } from '../shell/session/staff-context';

/** Signs in with a passkey (fingerprint, face or the phone's lock) instead of a password. */
export function PasskeyButton() {
  const { t } = useWords();
  const { session } = useSession();
  const wordsOf = useFailureCodeWords();
  const [isAsking, setIsAsking] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  if (!canUsePasskeys()) return null;
  const ask = async () => {
    setIsAsking(true);
    setTrouble(undefined);
    try {
      const answer = await signInWithPasskey();
      if (answer) session.enter(answer);
      else setTrouble(t('staff.passkey.none'));
    } catch (failure) {
      setTrouble(wordsOf(failure instanceof ApiFailure ? failure.code : 'passkey-not-valid'));
    } finally {
      setIsAsking(false);
    }
  };
  return (
    <>
      <Button variant="secondary" icon="person" busy={isAsking} onClick={() => void ask()}>
        {t('staff.passkey.signIn')}
      </Button>
      <div className="staff-status" role="status">
        {trouble !== undefined && <Notice kind="problem">{trouble}</Notice>}
      </div>
    </>
  );
}
