import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { CommandId } from '../../../../contract/scalars';
import type { BookingId } from '../../../../domain/booking/booking';
import { tokenIn } from '../../../../domain/link/token-in';
import { watchFollow, watchVisits } from '../../../../offline/store/engine/watch';
import type { FollowState } from '../../../../offline/store/follow/queue-follow';
import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { ButtonLink } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { usePhone } from '../../shell/phone/phone-context';
import { useWatched } from '../../shell/phone/use-watched';
import { FollowerName } from './follower-name';
import type { FollowEnd } from './open-follow-link';
import { findOwnVisit, openFollowLink } from './open-follow-link';

type Stage = 'looking' | 'naming' | 'asking' | 'failed' | FollowEnd;

/** Opens a follow link. The token stands in the fragment, and reaches the server only inside a command. */
export function FollowPage() {
  const { hash } = useLocation();
  // Another link opened in the same page starts from the beginning.
  return <FollowLink token={tokenIn(hash) ?? ''} key={hash} />;
}

function FollowLink({ token }: { token: string }) {
  const { t } = useWords();
  const phone = usePhone();
  const navigate = useNavigate();
  const [stage, setStage] = useState<Stage>('looking');
  const [known, setKnown] = useState<ReadonlySet<BookingId> | undefined>(undefined);
  const [waiting, setWaiting] = useState<CommandId | undefined>(undefined);
  useEffect(() => {
    let isShown = true;
    const openLink = async () => {
      const found = await findOwnVisit(phone, token);
      if (!isShown) return;
      if (typeof found === 'object') await navigate(`/kunjungan/${found.visit}`, { replace: true });
      else setStage(found === 'bad' ? 'bad' : 'naming');
    };
    void openLink().catch(() => isShown && setStage('failed'));
    return () => {
      isShown = false;
    };
  }, [token, phone, navigate]);
  const follow = async (name: string) => {
    setStage('asking');
    const outcome = await openFollowLink(phone, token, name);
    if (outcome.visit !== undefined) {
      await navigate(`/kunjungan/${outcome.visit}`, { replace: true });
      return;
    }
    setKnown(outcome.known);
    setStage(outcome.end);
    setWaiting(outcome.end === 'kept' ? outcome.command : undefined);
  };
  // Another tab may send the command, and the connection may return later.
  const { value: visits } = useWatched<readonly Visit[]>(
    (onValue, onError) => watchVisits(phone.store, onValue, onError),
    [phone.store],
  );
  const arrived = known && visits?.find((visit) => !known.has(visit.id))?.id;
  useEffect(() => {
    if (arrived !== undefined) void navigate(`/kunjungan/${arrived}`, { replace: true });
  }, [arrived, navigate]);
  // A link kept while offline may be refused much later; the page then says so.
  useEffect(() => {
    if (waiting === undefined) return undefined;
    const onState = ({ is }: FollowState) => {
      if (is === 'refused') setStage('refused');
    };
    return watchFollow(phone.store, waiting, onState, () => setStage('failed'));
  }, [waiting, phone.store]);
  if (stage === 'naming') {
    return <FollowerName onName={(name) => void follow(name).catch(() => setStage('failed'))} />;
  }
  const isBusy = stage === 'looking' || stage === 'asking';
  return (
    <Page actions={!isBusy && <ButtonLink to="/kunjungan">{t('visits.list.title')}</ButtonLink>}>
      <PageHeading takesFocus title={t('visits.link.title')}>
        {t('visits.link.title')}
      </PageHeading>
      {isBusy ? (
        <Skeleton />
      ) : (
        <Notice kind={stage === 'kept' ? 'info' : 'problem'} isLive>
          {t(`visits.link.${stage}`)}
        </Notice>
      )}
    </Page>
  );
}
