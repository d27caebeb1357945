import './callbacks.css';
import { useState } from 'react';
import { useWords } from '../../../copy/words';
import { Notice } from '../../../ui/notice/notice';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { useRead } from '../../shell/api/use-read';
import { readCallbacks } from '../desk-api';
import { DeskPage } from '../desk-page';
import { FailureNotice } from '../failure-notice';
import { useChangeTick } from '../use-change-tick';
import { CallbackLine } from './callback-line';

/** Lists the open callbacks, the earliest promise first. */
export function CallbacksPage() {
  const { t } = useWords();
  const tick = useChangeTick();
  const [own, setOwn] = useState(0);
  const { data, failure, again } = useRead('callbacks', readCallbacks, tick + own);
  return (
    <DeskPage isWide={false}>
      <PageHeading lead={t('desk.callbacks.lead')}>{t('desk.nav.callbacks')}</PageHeading>
      {failure !== undefined && <FailureNotice failure={failure} again={again} />}
      {data === undefined && failure === undefined && <Skeleton rows={4} />}
      {data?.callbacks.length === 0 && <Notice kind="info">{t('desk.callbacks.none')}</Notice>}
      {data && data.callbacks.length > 0 && (
        <ul className="callbacks">
          {data.callbacks.map((callback) => (
            <CallbackLine
              callback={callback}
              onDone={() => setOwn((before) => before + 1)}
              key={callback.id}
            />
          ))}
        </ul>
      )}
    </DeskPage>
  );
}
