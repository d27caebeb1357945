import { useState } from 'react';
import { formatPhone } from '../../../../domain/people/format-phone';
import type { Callback } from '../../../../offline/store/callback/callback';
import {
  askCallbackAgain,
  forgetCallback,
  withdrawCallback,
} from '../../../../offline/store/callback/queue-callback';
import { useWords } from '../../../copy/words';
import { Button, ButtonLink } from '../../../ui/button/button';
import { Card } from '../../../ui/card/card';
import { Dialog } from '../../../ui/dialog/dialog';
import { Notice } from '../../../ui/notice/notice';
import { useNumberAbroad } from '../../../ui/number-abroad/use-number-abroad';
import { usePhone } from '../../shell/phone/phone-context';
import { CallbackStatus } from './callback-status';

/** Shows one callback: its state, and what the resident can do about it. */
export function CallbackCard({ callback }: { callback: Callback }) {
  const { t } = useWords();
  const { store, sync, now } = usePhone();
  const [isAsking, setIsAsking] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const { id, delivery, row, person, problem, isWithdrawing, isLost } = callback;
  const phone = useNumberAbroad(formatPhone(person?.phone ?? ''));
  const isOver = row !== undefined && row.state !== 'asked';
  const run = async (change: () => Promise<void>) => {
    setIsAsking(false);
    try {
      await change();
      void sync.syncNow();
    } catch {
      setHasFailed(true);
    }
  };
  return (
    <Card title={t('callback.card')}>
      <CallbackStatus callback={callback} />
      {person && <p>{t('callback.person', { name: person.name, phone })}</p>}
      {problem && delivery === 'refused' && <p>{t(`problem.${problem.code}`)}</p>}
      {hasFailed && (
        <Notice kind="problem" isLive>
          {t('callback.notKept')}
        </Notice>
      )}
      {isLost && <p>{t('callback.lost')}</p>}
      {isLost && (
        <ButtonLink variant="secondary" icon="send" to="/telepon/baru">
          {t('callback.another')}
        </ButtonLink>
      )}
      {delivery === 'refused' && !isLost && (
        <Button
          variant="secondary"
          icon="send"
          onClick={() => void run(() => askCallbackAgain(store, id, now()))}
        >
          {t('callback.again')}
        </Button>
      )}
      {(isOver || delivery === 'refused') && (
        <Button variant="quiet" icon="trash" onClick={() => void run(() => forgetCallback(store, id))}>
          {t('callback.forget')}
        </Button>
      )}
      {!isOver && delivery !== 'refused' && isWithdrawing !== true && (
        <Button variant="quiet" icon="close" onClick={() => setIsAsking(true)}>
          {t('callback.withdraw')}
        </Button>
      )}
      <Dialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('callback.withdraw.title')}
        actions={
          <>
            <Button onClick={() => void run(() => withdrawCallback(store, id, now()))}>
              {t('callback.withdraw.yes')}
            </Button>
            <Button variant="secondary" onClick={() => setIsAsking(false)}>
              {t('callback.withdraw.no')}
            </Button>
          </>
        }
      >
        <p>{t('callback.withdraw.text')}</p>
      </Dialog>
    </Card>
  );
}
