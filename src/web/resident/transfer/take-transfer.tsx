import { useEffect, useState } from 'react';
import { findTransfer, resumeTransfer, takeTransfer } from '../../../offline/transfer/take-transfer';
import type { TransferLink } from '../../../offline/transfer/transfer-link';
import type { TransferredData } from '../../../offline/transfer/transferred-rows';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Button, ButtonLink } from '../../ui/button/button';
import { Facts } from '../../ui/fact/fact';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { usePhone } from '../shell/phone/phone-context';

type Stage =
  | { readonly is: 'looking' | 'taking' | 'done' }
  | { readonly is: 'found'; readonly data: TransferredData }
  | { readonly is: 'failed'; readonly why: string };

const WHY = ['gone', 'same', 'unreadable', 'busy'] as const;

/** On the new phone: shows what the old phone left, and takes it over after a press. */
export function TakeTransfer({ link }: { link: TransferLink | undefined }) {
  const { t } = useWords();
  const { store, sync } = usePhone();
  const [stage, setStage] = useState<Stage>({ is: 'looking' });
  const [tries, setTries] = useState(0);
  const id = link?.id;
  const key = link?.key;
  useEffect(() => {
    // Depends on `tries`, so that each try runs the effect again.
    let isShown = tries >= 0;
    const find = async () => {
      if (id === undefined || key === undefined) return setStage({ is: 'failed', why: 'unreadable' });
      // An earlier press may have succeeded with only its answer lost.
      const begun = await resumeTransfer(partsOf(store));
      if (begun?.is === 'done') return isShown && setStage(begun);
      const found = await findTransfer(partsOf(store), { id, key });
      if (isShown) setStage(found.is === 'found' ? found : { is: 'failed', why: found.why });
    };
    void find().catch(() => isShown && setStage({ is: 'failed', why: 'offline' }));
    return () => {
      isShown = false;
    };
  }, [id, key, store, tries]);
  const take = async (data: TransferredData) => {
    if (link === undefined) return;
    setStage({ is: 'taking' });
    const taken = await takeTransfer(partsOf(store), link, data);
    if (taken.is === 'done') void sync.syncNow();
    setStage(taken.is === 'done' ? taken : { is: 'failed', why: taken.why });
  };
  const again = () => {
    setStage({ is: 'looking' });
    setTries(tries + 1);
  };
  const why = stage.is === 'failed' ? (WHY.find((each) => each === stage.why) ?? 'offline') : undefined;
  const canRetry = why === 'offline' || why === 'busy';
  return (
    <Page
      back={<BackLink to="/" />}
      actions={
        <>
          {stage.is === 'found' && (
            <Button
              icon="handset"
              onClick={() => void take(stage.data).catch(() => setStage({ is: 'failed', why: 'offline' }))}
            >
              {t('transfer.take.yes')}
            </Button>
          )}
          {stage.is === 'done' && <ButtonLink to="/kunjungan">{t('transfer.done.visits')}</ButtonLink>}
          {canRetry && (
            <Button icon="refresh" onClick={again}>
              {t('transfer.again')}
            </Button>
          )}
        </>
      }
    >
      <PageHeading takesFocus title={t(stage.is === 'done' ? 'transfer.done.title' : 'transfer.take.title')}>
        {t(stage.is === 'done' ? 'transfer.done.title' : 'transfer.take.title')}
      </PageHeading>
      {(stage.is === 'looking' || stage.is === 'taking') && <Skeleton />}
      {why !== undefined && (
        <Notice kind="problem" isLive>
          {t(`transfer.failed.${why}`)}
        </Notice>
      )}
      {stage.is === 'found' && (
        <>
          <p>{t('transfer.take.text')}</p>
          <Facts
            facts={[
              { label: t('transfer.take.visits'), value: String(stage.data.tables.bookings.length) },
              { label: t('transfer.take.drafts'), value: String(stage.data.tables.drafts.length) },
              { label: t('transfer.take.people'), value: String(stage.data.tables.family.length) },
            ]}
          />
          <Notice kind="info">{t('transfer.take.after')}</Notice>
        </>
      )}
      {stage.is === 'done' && <p>{t('transfer.done.text')}</p>}
    </Page>
  );
}

function partsOf(store: Parameters<typeof findTransfer>[0]['store']) {
  return { store, baseUrl: '', fetch: (url: string, init: RequestInit) => fetch(url, init) };
}
