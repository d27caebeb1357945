import './queue.css';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import type { QueueLine, QueuePage } from '../../../contract/staff/desk';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { useStaff } from '../shell/staff-context';
import { readQueue } from './desk-api';
import { DeskPage } from './desk-page';
import { FailureNotice } from './failure-notice';
import { QueueFilters } from './queue-filters';
import { changeAddress, queryFromAddress } from './queue-query';
import { QueueRows } from './queue-rows';
import { RequestFile } from './request-file';
import { useChanges } from './use-changes';
import { useRead } from './use-read';

/** The queue with its filters; one request opened beside it, or in its place on a narrow screen. */
export function RequestsPage() {
  const { t } = useWords();
  const { city } = useStaff();
  const { id } = useParams();
  const [address, setAddress] = useSearchParams();
  const tick = useChanges();
  const query = queryFromAddress(address);
  const key = JSON.stringify(query);
  const { data, failure } = useRead(key, tick, () => readQueue(query));
  return (
    <DeskPage>
      <div className={id === undefined ? 'queue' : 'queue queue--opened'}>
        <section className="queue__list" aria-labelledby="queue-title">
          <PageHeading takesFocus={id === undefined}>
            <span id="queue-title">{t('desk.queue.title')}</span>
          </PageHeading>
          <QueueFilters
            query={query}
            city={city}
            onChange={(change) => setAddress(changeAddress(address, change))}
          />
          {failure !== undefined && <FailureNotice failure={failure} />}
          {data === undefined && failure === undefined && <Skeleton rows={6} />}
          {data && (
            <QueueLines first={data} key={`${key} ${data.cursor}`} search={address.toString()} opened={id} />
          )}
        </section>
        {id !== undefined && (
          <RequestFile id={id} tick={tick} key={id} backTo={`/meja/permohonan?${address}`} />
        )}
      </div>
    </DeskPage>
  );
}

type QueueLinesProps = { first: QueuePage; search: string; opened: string | undefined };

/** The first lines and, at a press, those after them. */
function QueueLines({ first, search, opened }: QueueLinesProps) {
  const { t } = useWords();
  const [address] = useSearchParams();
  const [more, setMore] = useState<readonly QueueLine[]>([]);
  const [next, setNext] = useState(first.next);
  const [failure, setFailure] = useState<unknown>();
  const readOn = async (after: string) => {
    try {
      const page = await readQueue({ ...queryFromAddress(address), after });
      setMore((before) => [...before, ...page.lines]);
      setNext(page.next);
      setFailure(undefined);
    } catch (error) {
      setFailure(error);
    }
  };
  const lines = [...first.lines, ...more];
  return (
    <>
      <p className="desk-soft" role="status">
        {t('desk.queue.count', { shown: lines.length, all: first.total })}
      </p>
      {lines.length === 0 && <Notice kind="info">{t('desk.queue.none')}</Notice>}
      <QueueRows lines={lines} search={search} opened={opened} />
      {failure !== undefined && <FailureNotice failure={failure} />}
      {next !== undefined && (
        <Button look="secondary" onClick={() => void readOn(next)}>
          {t('desk.queue.more')}
        </Button>
      )}
    </>
  );
}
