import { isOver } from '../../../../domain/booking/state';
import '../visits.css';
import { watchVisits } from '../../../../offline/store/engine/watch';
import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { ButtonLink } from '../../../ui/button/button';
import { Card } from '../../../ui/card/card';
import { VanAtGate } from '../../../ui/illustration/van-at-gate';
import { Notice } from '../../../ui/notice/notice';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { StatusTag } from '../../../ui/status-tag/status-tag';
import { usePhone } from '../../shell/phone/phone-context';
import { useWatched } from '../../shell/phone/use-watched';
import { formatInstant } from '../calendar/format-date';
import { CallbackStatus } from '../callback/callback-status';
import { useCallbacks } from '../callback/use-callbacks';
import { VisitStatus } from '../visit/visit-status';
import { areaNameOf, titleOf } from '../visit/visit-title';
import { GoneNotices } from './gone-notices';

function VisitCard({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { city } = usePhone();
  const name = visit.personal?.recipientName;
  const area = areaNameOf(visit, city);
  const { row } = visit;
  const readAt = row?.state === 'waiting' ? row.waiting?.readAt : undefined;
  const isAhead = row?.state === 'waiting' || row?.state === 'scheduled';
  const isAsked = row?.question !== undefined && !isOver(row.state);
  return (
    <Card title={titleOf(visit, city)} to={`/kunjungan/${visit.id}`}>
      {row?.role === 'follower' && <StatusTag tone="plain">{t('visits.followers.marked')}</StatusTag>}
      <VisitStatus visit={visit} utcOffsetMinutes={city.settings.utcOffsetMinutes} />
      {isAsked && (
        <StatusTag tone="warning">
          {t(row.role === 'follower' ? 'visits.question.follower' : 'visits.question.card')}
        </StatusTag>
      )}
      {isAhead && !isAsked && row.acceptedAt !== undefined && (
        <StatusTag tone="good">{t('visits.accepted')}</StatusTag>
      )}
      {row?.cancelled?.by === 'desk' && !row.isReferred && <p>{t('visits.cancelled.desk')}</p>}
      <p>{name === undefined ? area : t('visits.card.for', { name, area })}</p>
      {readAt !== undefined && (
        <p className="visits__soft">
          {t('visits.fact.place.asOf', { when: formatInstant(readAt, city.settings.utcOffsetMinutes) })}
        </p>
      )}
      {visit.pending === 'cancel' && <p>{t('visits.pending.cancel.title')}</p>}
      {visit.pending === 'choose-window' && <p>{t('visits.pending.window.title')}</p>}
      {visit.pending === 'change' && <p>{t('visits.pending.change.title')}</p>}
      {visit.putBack && <StatusTag tone="warning">{t('visits.put-back.card')}</StatusTag>}
      {visit.changedSince && <p className="visits__changed">{t('visits.card.changed')}</p>}
    </Card>
  );
}

/** "Kunjungan saya": lists what this phone knows of each visit, online or not. */
export function VisitListPage() {
  const { t } = useWords();
  const { store } = usePhone();
  const { value: callbacks = [] } = useCallbacks();
  const { value: visits, error } = useWatched<readonly Visit[]>(
    (onValue, onError) => watchVisits(store, onValue, onError),
    [store],
  );
  return (
    <Page
      back={<BackLink to="/" />}
      actions={
        visits?.length === 0 && (
          <ButtonLink to="/ajukan" icon="plus">
            {t('visits.list.book')}
          </ButtonLink>
        )
      }
    >
      <PageHeading takesFocus title={t('visits.list.title')}>
        {t('visits.list.title')}
      </PageHeading>
      {error !== undefined && <Notice kind="problem">{t('visits.unreadable')}</Notice>}
      <GoneNotices />
      {visits === undefined && error === undefined && <Skeleton />}
      {callbacks.map((callback) => (
        <Card title={t('callback.card')} to="/telepon" key={callback.id}>
          <CallbackStatus callback={callback} />
        </Card>
      ))}
      {visits?.length === 0 && callbacks.length === 0 && (
        <>
          <VanAtGate />
          <p>{t('visits.list.empty')}</p>
        </>
      )}
      {visits?.map((visit) => (
        <VisitCard visit={visit} key={visit.id} />
      ))}
    </Page>
  );
}
