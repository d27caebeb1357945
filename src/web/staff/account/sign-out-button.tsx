import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { useFailureWords } from '../shell/api/failure-words';
import { useSession } from '../shell/session/staff-context';

/** Ends the session on the server first and then here, so that a phone handed on cannot return to it. */
export function SignOutButton() {
  const { t } = useWords();
  const { session } = useSession();
  const navigate = useNavigate();
  const [isLeaving, setIsLeaving] = useState(false);
  const [failure, setFailure] = useState<{ reason: unknown }>();
  const leave = async () => {
    setIsLeaving(true);
    setFailure(undefined);
    try {
      await session.signOut();
      await navigate('/', { replace: true });
    } catch (reason) {
      setFailure({ reason });
      setIsLeaving(false);
    }
  };
  return (
    <>
      <div className="staff-status" role="status">
        {failure && <Failed reason={failure.reason} />}
      </div>
      <Button variant="secondary" busy={isLeaving} onClick={() => void leave()}>
        {t('account.signOut')}
      </Button>
    </>
  );
}

function Failed({ reason }: { reason: unknown }) {
  return <Notice kind="problem">{useFailureWords(reason)}</Notice>;
}
