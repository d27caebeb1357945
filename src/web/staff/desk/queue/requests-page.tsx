import './queue.css';
import { startTransition, useRef, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import type { QueuePage, QueueQuery } from '../../../../contract/staff/desk';
import { hasPermission } from '../../../../domain/staff/role';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { useRead } from '../../shell/api/use-read';
import { useStaff } from '../../shell/session/staff-context';
import { readQueue } from '../desk-api';
import { DeskPage } from '../desk-page';
import { FailureNotice } from '../failure-notice';
import { RequestFile } from '../file/request-file';
import { useChangeTick } from '../use-change-tick';
import { QueueFilters } from './queue-filters';
import { changeAddress, queryFromAddress } from './queue-query';
import { QueueRows } from './queue-rows';

/**
 * Shows the queue with its filters; an opened request stands beside it, or in its place on a narrow screen.
 */
export function RequestsPage() {
  const { t } = useWords();
  const { city } = useStaff();
  const { id } = useParams();
  const [address, setAddress] = useSearchParams();
  const tick = useChangeTick();
  const query = queryFromAddress(address);
  const key = JSON.stringify(query);
  const [shown, setShown] = useState({ key, pages: 1 });
  const pages = shown.key === key ? shown.pages : 1;
  // Every opened page is read again when somebody changes something, so that no row disappears while it is
  // read.
  const read = useRef<ReadPages>({ of: '', pages: [] });
  const { data, failure, again } = useRead(
    key,
    async () => {
      const of = `${key} ${tick}`;
      // Pages of the same query and state are not read again.
      const before = read.current.of === of ? read.current.pages : [];
      const all = await readPages(query, pages, before);
      read.current = { of, pages: all };
      return wholeOf(all);
    },
    `${tick} ${pages}`,
  );
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
          <OrderLink query={query} />
          {failure !== undefined && <FailureNotice failure={failure} again={again} />}
          {data === undefined && failure === undefined && <Skeleton rows={6} />}
          {data && <QueueLines page={data} search={address.toString()} opened={id} />}
          {data?.next !== undefined && (
            <Button
              variant="secondary"
              // Asks for the list and draws it after the frame that answers the press.
              onClick={() => startTransition(() => setShown({ key, pages: pages + 1 }))}
            >
              {t('desk.queue.more')}
            </Button>
          )}
        </section>
        {id !== undefined && (
          <RequestFile id={id} tick={tick} key={id} backTo={`/meja/permohonan?${address}`} />
        )}
      </div>
    </DeskPage>
  );
}

/** Links from a unit's day to the order of its visits. */
function OrderLink({ query: { unit, day } }: { query: QueueQuery }) {
  const { t } = useWords();
  const { me } = useStaff();
  if (unit === undefined || day === undefined || !hasPermission(me.role, 'plan-bookings')) return null;
  return (
    <p>
      <Link to={`/meja/urutan?unit=${unit}&day=${day}`}>{t('desk.order.link')}</Link>
    </p>
  );
}

type QueueLinesProps = { page: QueuePage; search: string; opened: string | undefined };

function QueueLines({ page: { lines, total, next, isMore }, search, opened }: QueueLinesProps) {
  const { t } = useWords();
  // With the last page all of them are here, however many the server counted.
  const all = next === undefined ? lines.length : total;
  return (
    <>
      <p className="desk-soft" role="status">
        {isMore === true && next !== undefined
          ? t('desk.queue.countMore', { shown: lines.length })
          : t('desk.queue.count', { shown: lines.length, all })}
      </p>
      {lines.length === 0 && next === undefined && <Notice kind="info">{t('desk.queue.none')}</Notice>}
      <QueueRows lines={lines} search={search} opened={opened} />
    </>
  );
}

/**
 * A page goes through some thousand bookings at most. Where a filter leaves few of them, so many further pages are read
 * by themselves.
 */
const FULL_PAGE = 20;
const MORE_PAGES = 10;

type Pages = readonly [QueuePage, ...QueuePage[]];

/** The pages read last, and the query and city state they belong to. */
type ReadPages = { readonly of: string; readonly pages: readonly QueuePage[] };

/** Reads the first pages of the queue, reusing those in `before`. */
async function readPages(query: QueueQuery, count: number, before: readonly QueuePage[]): Promise<Pages> {
  const [first = await readQueue(query), ...others] = before;
  const pages: [QueuePage, ...QueuePage[]] = [first, ...others];
  let found = linesOf(pages);
  for (let { next } = lastOf(pages); next !== undefined; next = lastOf(pages).next) {
    if (pages.length >= count && (found >= count * FULL_PAGE || pages.length >= count + MORE_PAGES)) break;
    pages.push(await readQueue({ ...query, after: next }));
    found = linesOf(pages);
  }
  return pages;
}

function linesOf(pages: Pages): number {
  return pages.reduce((sum, { lines }) => sum + lines.length, 0);
}

function lastOf(pages: Pages): QueuePage {
  return pages[pages.length - 1] ?? pages[0];
}

/** Joins several pages into one, with the count and cursor of the last. */
function wholeOf(pages: Pages): QueuePage {
  const last = lastOf(pages);
  return { ...last, lines: pages.flatMap(({ lines }) => lines) };
}
