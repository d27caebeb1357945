import { useState } from 'react';
import { judgeTransition } from '../../../domain/booking/state';
import { localDateAt } from '../../../domain/calendar/local-date';
import { queueErase } from '../../../offline/store/visit/queue-erase';
import type { Visit } from '../../../offline/store/visit/visit';
import { fullDayWords } from '../../copy/dates';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Button, ButtonLink } from '../../ui/button/button';
import { Dialog } from '../../ui/dialog/dialog';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { usePhone } from '../shell/phone/phone-context';

/**
 * Lets the requester have their data deleted: says what goes and what stays, and confirms before it is asked
 * for.
 */
export function ErasePage({ visit }: { visit: Visit }) {
  const { t, locale } = useWords();
  const { city, now } = usePhone();
  const { row, pending, problem } = visit;
  if (row === undefined) return null;
  const back = `/kunjungan/${visit.id}`;
  const { settings } = city;
  const state = row.erasedAt !== undefined ? 'done' : pending === 'erase' ? 'waiting' : 'open';
  const { role: actor } = row;
  const transition = judgeTransition({ state: row.state, action: 'erase', actor, nowMs: now(), settings });
  const isOffered = state === 'open' && transition.ok;
  return (
    <Page
      back={<BackLink to={back} />}
      actions={isOffered ? <AskErase visit={visit} /> : <ButtonLink to={back}>{t('erase.back')}</ButtonLink>}
    >
      <PageHeading takesFocus title={t('erase.title')}>
        {t('erase.title')}
      </PageHeading>
      {state === 'done' && (
        <Notice kind="success" title={t('erase.done')} isLive>
          {t('erase.done.text', {
            when: fullDayWords(
              localDateAt(Date.parse(row.erasedAt ?? ''), settings.utcOffsetMinutes),
              locale,
            ),
          })}
        </Notice>
      )}
      {state === 'waiting' && (
        <Notice kind="warning" title={t('erase.waiting')} isLive>
          {t('erase.waiting.text')}
        </Notice>
      )}
      {state === 'open' && problem !== undefined && (
        <Notice kind="problem" title={t('erase.refused')} isLive>
          {t('erase.refused.text')}
        </Notice>
      )}
      {state === 'open' && !transition.ok && <p>{t('erase.notOver')}</p>}
      {isOffered && (
        <>
          <p>{t('erase.goes')}</p>
          <p>{t('erase.stays')}</p>
          <p>{t('erase.phone')}</p>
          <p>{t('erase.anyway', { days: settings.bookingDays })}</p>
        </>
      )}
    </Page>
  );
}

function AskErase({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { store, sync, now } = usePhone();
  const [isOpen, setIsOpen] = useState(false);
  const [standing, setStanding] = useState<'idle' | 'busy' | 'failed'>('idle');
  const erase = async () => {
    setStanding('busy');
    try {
      await queueErase(store, visit.id, now());
      void sync.syncNow();
    } catch {
      setStanding('failed');
    }
  };
  return (
    <>
      <Button variant="danger" icon="trash" onClick={() => setIsOpen(true)}>
        {t('erase.open')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('erase.ask')}
        actions={
          <>
            <Button variant="danger" busy={standing === 'busy'} onClick={() => void erase()}>
              {t('erase.yes')}
            </Button>
            <Button variant="secondary" onClick={() => setIsOpen(false)}>
              {t('erase.no')}
            </Button>
          </>
        }
      >
        <p>{t('erase.ask.text')}</p>
        {standing === 'failed' && <Notice kind="problem">{t('erase.failed')}</Notice>}
      </Dialog>
    </>
  );
}
