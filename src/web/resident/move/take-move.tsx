import { useEffect, useState } from 'react';
import type { MoveLink } from '../../../offline/move/move-link';
import type { MovedData } from '../../../offline/move/moved-rows';
import { findMove, resumeMove, takeMove } from '../../../offline/move/take-move';
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
  | { readonly is: 'found'; readonly data: MovedData }
  | { readonly is: 'failed'; readonly why: string };

const WHY = ['gone', 'same', 'unreadable', 'busy'] as const;

/** The new phone: shows what the old one left, and takes its place when that is wanted. */
export function TakeMove({ link }: { link: MoveLink | undefined }) {
  const { t } = useWords();
  const { store, sync } = usePhone();
  const [stage, setStage] = useState<Stage>({ is: 'looking' });
  const [tries, setTries] = useState(0);
  const id = link?.id;
  const key = link?.key;
  useEffect(() => {
    // Each try is one more look.
    let isShown = tries >= 0;
    const look = async () => {
      if (id === undefined || key === undefined) return setStage({ is: 'failed', why: 'unreadable' });
      // An answer to an earlier press may be what was lost.
      const begun = await resumeMove(partsOf(store));
      if (begun?.is === 'done') return isShown && setStage(begun);
      const found = await findMove(partsOf(store), { id, key });
      if (isShown) setStage(found.is === 'found' ? found : { is: 'failed', why: found.why });
    };
    void look().catch(() => isShown && setStage({ is: 'failed', why: 'offline' }));
    return () => {
      isShown = false;
    };
  }, [id, key, store, tries]);
  const take = async (data: MovedData) => {
    if (link === undefined) return;
    setStage({ is: 'taking' });
    const taken = await takeMove(partsOf(store), link, data);
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
              {t('move.take.yes')}
            </Button>
          )}
          {stage.is === 'done' && <ButtonLink to="/kunjungan">{t('move.done.visits')}</ButtonLink>}
          {canRetry && (
            <Button icon="refresh" onClick={again}>
              {t('move.again')}
            </Button>
          )}
        </>
      }
    >
      <PageHeading takesFocus title={t(stage.is === 'done' ? 'move.done.title' : 'move.take.title')}>
        {t(stage.is === 'done' ? 'move.done.title' : 'move.take.title')}
      </PageHeading>
      {(stage.is === 'looking' || stage.is === 'taking') && <Skeleton />}
      {why !== undefined && (
        <Notice kind="problem" isLive>
          {t(`move.failed.${why}`)}
        </Notice>
      )}
      {stage.is === 'found' && (
        <>
          <p>{t('move.take.text')}</p>
          <Facts
            facts={[
              { label: t('move.take.visits'), value: String(stage.data.tables.bookings.length) },
              { label: t('move.take.drafts'), value: String(stage.data.tables.drafts.length) },
              { label: t('move.take.people'), value: String(stage.data.tables.family.length) },
            ]}
          />
          <Notice kind="info">{t('move.take.after')}</Notice>
        </>
      )}
      {stage.is === 'done' && <p>{t('move.done.text')}</p>}
    </Page>
  );
}

function partsOf(store: Parameters<typeof findMove>[0]['store']) {
  return { store, baseUrl: '', fetch: (url: string, init: RequestInit) => fetch(url, init) };
}
