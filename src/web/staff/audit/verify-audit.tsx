import { useState } from 'react';
import type { AuditVerified } from '../../../contract/staff/audit';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { useFailureWords } from '../shell/api/failure-words';
import { verifyAudit } from './audit-api';

/** Checks that no audit entry was changed or removed since it was written. */
export function VerifyAudit() {
  const { t } = useWords();
  const [verified, setVerified] = useState<AuditVerified>();
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const verify = async () => {
    setIsBusy(true);
    setFailure(undefined);
    setVerified(undefined);
    try {
      setVerified(await verifyAudit());
    } catch (thrown) {
      setFailure(thrown);
    }
    setIsBusy(false);
  };
  return (
    <>
      <div className="audit-action">
        <Button variant="secondary" icon="check" busy={isBusy} onClick={() => void verify()}>
          {t('audit.verify')}
        </Button>
      </div>
      {verified && <Result verified={verified} />}
      {failure !== undefined && <Failed failure={failure} />}
    </>
  );
}

function Result({ verified: { isWhole, entries, brokenAt = entries } }: { verified: AuditVerified }) {
  const { t } = useWords();
  return isWhole ? (
    <Notice kind="success" title={t('audit.whole')} isLive>
      {t('audit.whole.text', { entries })}
    </Notice>
  ) : (
    <Notice kind="problem" title={t('audit.broken')} isLive>
      {t('audit.broken.text', { seq: brokenAt })}
    </Notice>
  );
}

function Failed({ failure }: { failure: unknown }) {
  const { t } = useWords();
  const words = useFailureWords(failure);
  return (
    <Notice kind="problem" title={t('audit.failed')} isLive>
      {words}
    </Notice>
  );
}
