import './paper.css';
import { useState } from 'react';
import { formatPublicNumber } from '../../../../domain/booking/public-number';
import { localDateAt } from '../../../../domain/calendar/local-date';
import { formatPhone } from '../../../../domain/people/format-phone';
import type { ShownVisit } from '../../../../offline/crew/shown-sheet';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { Button } from '../../../ui/button/button';
import { useNumberAbroad } from '../../../ui/number-abroad/use-number-abroad';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { PATHS } from '../../shell/paths';
import { useStaff } from '../../shell/session/staff-context';
import type { SheetPageProps } from '../sheet/sheet-gate';
import { areaWords, hoursWords, serviceWords, sheetDayWords, streetWords } from '../sheet/sheet-words';

const COLUMNS = ['place', 'who', 'where', 'services', 'outcome'] as const;

/**
 * Prints the run sheet (A4) for a day without phones: boxes to tick, room for outcomes, a line to sign on.
 */
export function PrintPage({ sheet }: SheetPageProps) {
  const { t, locale } = useWords();
  const { city, now } = useStaff();
  const today = localDateAt(now(), city.settings.utcOffsetMinutes);
  const [chosen, setChosen] = useState(sheet.days.some(({ date }) => date === today) ? today : undefined);
  const day = sheet.days.find(({ date }) => date === chosen) ?? sheet.days[0];
  if (day === undefined) return null;
  return (
    <Page back={<BackLink to={PATHS.runSheet} />}>
      <div className="paper-tools" data-print="hide">
        {sheet.days.map(({ date }) => (
          <Button key={date} variant="secondary" onClick={() => setChosen(date)}>
            {sheetDayWords(date, locale)}
          </Button>
        ))}
        <Button icon="document" onClick={() => window.print()}>
          {t('run-sheet.print.now')}
        </Button>
      </div>
      <PageHeading caption={sheet.unit.name} title={t('run-sheet.title')}>
        {`${t('run-sheet.title')}, ${sheetDayWords(day.date, locale)}`}
      </PageHeading>
      <table className="paper">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={`paper__${column}`}>
                {t(`run-sheet.print.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byDesk(day.visits).map((visit, index) => (
            <tr key={visit.id}>
              <td className="paper__place">
                {index + 1}
                <br />
                <strong>{hoursWords(visit.scheduled)}</strong>
              </td>
              <th scope="row">
                {visit.request.recipient.name}
                <br />
                <span className="paper__number">{formatPublicNumber(visit.number)}</span>
                <br />
                <PaperPhone phone={visit.request.contact.phone} />
                {visit.request.needs.map((need) => (
                  <span className="paper__need" key={need}>
                    {t(`run-sheet.need.${need}`)}
                  </span>
                ))}
              </th>
              <td>
                {streetWords(visit.request.place)}
                <br />
                {areaWords(visit, city)}
                <br />
                {visit.request.place.landmark}
              </td>
              <td>
                <ul>
                  {visit.request.services.map((id) => (
                    <li className="paper__tick" key={id}>
                      {serviceWords(id, city)}
                    </li>
                  ))}
                </ul>
              </td>
              <td className="paper__room" />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="paper__key">{t('run-sheet.print.key')}</p>
      <p className="paper__sign">{t('run-sheet.print.sign')}</p>
    </Page>
  );
}

function PaperPhone({ phone }: { phone: string }) {
  return <span className="paper__phone">{useNumberAbroad(formatPhone(phone))}</span>;
}

/** Sorts by the desk's order, whatever this phone's own order is, so that everybody holds the same sheet. */
function byDesk(visits: readonly ShownVisit[]): readonly ShownVisit[] {
  return [...visits].sort((a, b) => a.position - b.position);
}
