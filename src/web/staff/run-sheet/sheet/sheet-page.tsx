import { startTransition, useState } from 'react';
import { type LocalDate, localDateAt } from '../../../../domain/calendar/local-date';
import { readDeskOrder } from '../../../../offline/crew/visit-order';
import { useWords } from '../../../copy/words';
import { Button, ButtonLink } from '../../../ui/button/button';
import { KeepStatus } from '../../../ui/keep-status/keep-status';
import { Notice } from '../../../ui/notice/notice';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { PATHS } from '../../shell/paths';
import { useStaff } from '../../shell/session/staff-context';
import { PRINT } from '../sheet-paths';
import { useCrewPhone } from './crew-phone';
import { DayList } from './day-list';
import { PutBackNotice } from './put-back-notice';
import { SendState } from './send-state';
import type { SheetPageProps } from './sheet-gate';
import { sheetDayWords } from './sheet-words';
import { UnlistedVisits } from './unlisted-visits';

/** "Lembar tugas": lists the visits of today and of the next working day, in driving order. */
export function SheetPage({ sheet }: SheetPageProps) {
  const { t, locale } = useWords();
  const { city, now } = useStaff();
  const [isOrdering, setIsOrdering] = useState(false);
  const today = localDateAt(now(), city.settings.utcOffsetMinutes);
  const hasOrder = sheet.days.some((day) => day.visits.length > 1);
  return (
    <Page>
      <PageHeading caption={sheet.unit.name} title={t('run-sheet.title')}>
        {t('run-sheet.title')}
      </PageHeading>
      <KeepStatus />
      <SendState />
      <PutBackNotice />
      {sheet.unread > 0 && <Notice kind="warning">{t('run-sheet.unread', { count: sheet.unread })}</Notice>}
      <UnlistedVisits unlisted={sheet.unlisted} />
      {!sheet.days.some((day) => day.date === today) && (
        <Notice kind="warning">{t('run-sheet.otherDay')}</Notice>
      )}
      {sheet.days.map((day) => (
        <section className="sheet-day" key={day.date} aria-labelledby={`day-${day.date}`}>
          <h2 id={`day-${day.date}`}>
            {day.date === today && <span className="sheet-day__today">{t('run-sheet.today')} </span>}
            {sheetDayWords(day.date, locale, today)}
          </h2>
          {day.isNewlyOrdered && <NewOrder date={day.date} />}
          <DayList day={day} isOrdering={isOrdering} />
        </section>
      ))}
      <div className="sheet-tools">
        {hasOrder && (
          <Button
            variant="secondary"
            icon={isOrdering ? 'check' : 'list'}
            // Two buttons for each visit are drawn after the press is answered.
            onClick={() => startTransition(() => setIsOrdering(!isOrdering))}
          >
            {t(isOrdering ? 'run-sheet.order.ready' : 'run-sheet.order.change')}
          </Button>
        )}
        <ButtonLink variant="secondary" icon="document" to={`${PATHS.runSheet}/${PRINT}`}>
          {t('run-sheet.print')}
        </ButtonLink>
      </div>
    </Page>
  );
}

/** Stays until the crew dismisses it, because the crew may be driving when it arrives. */
function NewOrder({ date }: { date: LocalDate }) {
  const { t } = useWords();
  const { store } = useCrewPhone();
  return (
    <Notice kind="info" title={t('run-sheet.order.byDesk')} isLive>
      <p>{t('run-sheet.order.byDesk.text')}</p>
      <Button variant="secondary" icon="check" onClick={() => void readDeskOrder(store, date)}>
        {t('run-sheet.order.read')}
      </Button>
    </Notice>
  );
}
