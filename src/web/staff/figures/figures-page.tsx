import './figures.css';
import { useState } from 'react';
import { localDateAt } from '../../../domain/calendar/local-date';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { SelectField } from '../../ui/select-field/select-field';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { useFailureWords } from '../shell/api/failure-words';
import { useRead } from '../shell/api/use-read';
import { ExportFile } from '../shell/export/export-file';
import { useStaff } from '../shell/session/staff-context';
import { figuresCsvAddress, readFigures } from './figures-api';
import { FiguresView } from './figures-view';
import { monthsOf, monthsWords, PERIOD_CHOICES, type PeriodChoice } from './period';

/**
 * Shows the figures of a period to whoever answers for the service: plain numbers without personal data, also
 * for print and as a table.
 */
export function FiguresPage() {
  const { t, locale } = useWords();
  const { city, now } = useStaff();
  const [period, setPeriod] = useState<PeriodChoice>('three-months');
  const query = monthsOf(period, localDateAt(now(), city.settings.utcOffsetMinutes));
  const { data, failure } = useRead(`${query.from} ${query.to}`, () => readFigures(query));
  return (
    <main className="figures" id="isi" tabIndex={-1}>
      <PageHeading lead={t('figures.lead')} takesFocus>
        {t('figures.title')}
      </PageHeading>
      <div className="figures-choose">
        <SelectField<PeriodChoice>
          id="figures-period"
          label={t('figures.period')}
          choices={PERIOD_CHOICES.map((one) => ({ value: one, label: t(`figures.period.${one}`) }))}
          value={period}
          onChange={setPeriod}
        />
        <p className="figures-months">{monthsWords(query, locale)}</p>
      </div>
      {failure !== undefined && <Failed failure={failure} />}
      {data === undefined && failure === undefined && <Skeleton rows={6} />}
      {data !== undefined && (
        <>
          <FiguresView figures={data} />
          <div className="figures-actions" data-print="hide">
            <Button variant="secondary" icon="document" onClick={() => window.print()}>
              {t('figures.print')}
            </Button>
            <ExportFile name="angka" addressOf={(separator) => figuresCsvAddress(query, separator)} />
          </div>
        </>
      )}
    </main>
  );
}

function Failed({ failure }: { failure: unknown }) {
  const { t } = useWords();
  return (
    <Notice kind="problem" title={t('figures.failed')} isLive>
      {useFailureWords(failure)}
    </Notice>
  );
}
