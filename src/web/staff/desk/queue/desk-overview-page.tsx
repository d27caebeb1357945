import { Link } from 'react-router-dom';
import type { DayPlan } from '../../../../contract/staff/desk';
import { localDateAt } from '../../../../domain/calendar/local-date';
import { useWords } from '../../../copy/words';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { useRead } from '../../shell/api/use-read';
import { UnsetHolidays } from '../../shell/frame/unset-holidays';
import { useStaff } from '../../shell/session/staff-context';
import { DayGrid } from '../day/day-grid';
import { readDayPlan } from '../desk-api';
import { DeskPage } from '../desk-page';
import { FailureNotice } from '../failure-notice';
import { useChangeTick } from '../use-change-tick';

const DAYS = 7;

/** Shows today and the coming days at a glance, and what waits for a decision. */
export function DeskOverviewPage() {
  const { t } = useWords();
  const { city, now } = useStaff();
  const tick = useChangeTick();
  const today = localDateAt(now(), city.settings.utcOffsetMinutes);
  const { data, failure, again } = useRead(today, () => readDayPlan(today, DAYS), tick);
  return (
    <DeskPage>
      <PageHeading lead={t('desk.overview.lead')}>{t('desk.overview.title')}</PageHeading>
      {failure !== undefined && <FailureNotice failure={failure} again={again} />}
      {data === undefined && failure === undefined && <Skeleton rows={4} />}
      {data && <Counts counts={data.counts} />}
      <UnsetHolidays>
        <p>{t('desk.holidays.ask')}</p>
      </UnsetHolidays>
      {data && <DayGrid days={data.days} city={city} today={today} />}
    </DeskPage>
  );
}

function Counts({ counts }: Pick<DayPlan, 'counts'>) {
  const { t } = useWords();
  const lines = [
    { to: '/meja/permohonan?view=new', count: counts.new, label: t('desk.view.new') },
    { to: '/meja/permohonan?view=waiting', count: counts.waiting, label: t('desk.view.waiting') },
    { to: '/meja/permohonan?view=asked', count: counts.asked, label: t('desk.view.asked') },
    { to: '/meja/permohonan?view=conflict', count: counts.conflict, label: t('desk.view.conflict') },
    { to: '/meja/telepon', count: counts.callbacks, label: t('desk.nav.callbacks') },
  ];
  return (
    <ul className="desk-counts">
      {lines.map(({ to, count, label }) => (
        <li key={to}>
          <Link className="desk-count" to={to}>
            <span className="desk-count__number">{count}</span>
            <span>{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
