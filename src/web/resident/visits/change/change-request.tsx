import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Draft } from '../../../../offline/store/draft/draft';
import { isChangeable, startChange } from '../../../../offline/store/draft/start-change';
import { watchDrafts } from '../../../../offline/store/engine/watch';
import { dropChange, withdrawChange } from '../../../../offline/store/visit/change-drafts';
import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Dialog } from '../../../ui/dialog/dialog';
import { Notice } from '../../../ui/notice/notice';
import { usePhone } from '../../shell/phone/phone-context';
import { useWatched } from '../../shell/phone/use-watched';
import { usePhoneAction } from '../visit/use-phone-action';
import { useMayChange } from '../window/use-may-change';

/**
 * Opens the sent request to be changed, or goes on with a change that is not sent; takes back one that waits to
 * be sent. A change that was refused stands with its reason, `at` the top. Draws nothing where the request cannot
 * be changed from this phone.
 */
export function ChangeRequest({ visit, at }: { visit: Visit; at: 'reason' | 'bottom' }) {
  const mayChange = useMayChange(visit)['change-request'];
  const draft = useChangeDraft(visit);
  const isAtReason = visit.problem !== undefined && draft !== undefined;
  if (!isChangeable(visit) || isAtReason !== (at === 'reason')) return null;
  if (visit.pending === 'change') return <WithdrawChange visit={visit} />;
  return (
    <>
      {mayChange !== 'no' && <OpenChange visit={visit} isBegun={draft !== undefined} />}
      {draft !== undefined && <DropChange visit={visit} draft={draft} />}
    </>
  );
}

function useChangeDraft({ id }: Visit): Draft | undefined {
  const { store } = usePhone();
  const { value } = useWatched<readonly Draft[]>(
    (onValue, onError) => watchDrafts(store, onValue, onError),
    [store],
  );
  return value?.find(({ changeOf }) => changeOf?.bookingId === id);
}

function OpenChange({ visit, isBegun }: { visit: Visit; isBegun: boolean }) {
  const { t } = useWords();
  const { store, now } = usePhone();
  const navigate = useNavigate();
  const { run, isBusy, hasFailed } = usePhoneAction();
  const open = async () => {
    const draft = await startChange(store, visit, now());
    await navigate(`/ajukan/${draft.id}/periksa`);
  };
  return (
    <>
      {hasFailed && <Notice kind="problem">{t('visits.notKept')}</Notice>}
      <Button variant="secondary" icon="edit" busy={isBusy} onClick={() => void run(open)}>
        {t(isBegun ? 'visits.change.goOn' : 'visits.change.open')}
      </Button>
    </>
  );
}

function DropChange({ visit, draft }: { visit: Visit; draft: Draft }) {
  const { t } = useWords();
  const { store } = usePhone();
  const [isAsking, setIsAsking] = useState(false);
  const { run, isBusy, hasFailed } = usePhoneAction();
  return (
    <>
      <Button variant="quiet" icon="trash" onClick={() => setIsAsking(true)}>
        {t('visits.change.drop')}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('visits.change.drop.title')}
        actions={
          <>
            <Button
              variant="danger"
              busy={isBusy}
              onClick={() => void run(() => dropChange(store, visit.id, draft.id))}
            >
              {t('visits.change.drop.yes')}
            </Button>
            <Button variant="secondary" onClick={() => setIsAsking(false)}>
              {t('visits.change.drop.no')}
            </Button>
          </>
        }
      >
        <p>{t('visits.change.drop.text')}</p>
        {hasFailed && <Notice kind="problem">{t('visits.notKept')}</Notice>}
      </Dialog>
    </>
  );
}

function WithdrawChange({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { store } = usePhone();
  const { run, isBusy, hasFailed } = usePhoneAction();
  const [hasLeft, setHasLeft] = useState(false);
  const withdraw = async () => setHasLeft(!(await withdrawChange(store, visit.id)));
  return (
    <>
      {hasFailed && <Notice kind="problem">{t('visits.notKept')}</Notice>}
      {hasLeft && (
        <Notice kind="info" isLive>
          {t('visits.change.left')}
        </Notice>
      )}
      <Button variant="secondary" icon="edit" busy={isBusy} onClick={() => void run(withdraw)}>
        {t('visits.change.withdraw')}
      </Button>
    </>
  );
}
