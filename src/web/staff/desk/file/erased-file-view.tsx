import type { ErasedFile as Erased } from '../../../../contract/staff/desk';
import { localDateAt } from '../../../../domain/calendar/local-date';
import { findService } from '../../../../domain/catalogue/find-service';
import { areaLabel, findArea } from '../../../../domain/city/search-areas';
import { fullDayWords, hourWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { Notice } from '../../../ui/notice/notice';
import { SummaryList, type SummaryRow } from '../../../ui/summary-list/summary-list';
import { useStaff } from '../../shell/session/staff-context';
import { StateTag } from '../queue/state-tag';
import { FileHistory } from './file-history';

/**
 * Shows a request whose personal data were erased: that they were erased, and what the city still counts.
 * Nothing can be decided.
 */
export function ErasedFileView({ file }: { file: Erased }) {
  const { t, locale } = useWords();
  const { city } = useStaff();
  const { number, erasedAt, submittedAt, services, scheduled, outcomes, history } = file.erased;
  // With the year, because it was long ago.
  const dayOf = (at: string) =>
    fullDayWords(localDateAt(Date.parse(at), city.settings.utcOffsetMinutes), locale);
  const nameOf = (id: Erased['erased']['services'][number]) =>
    findService(city.catalogue, id)?.shortName ?? id;
  const area = findArea(city.areas, file.erased.area);
  const unit = city.settings.units.find(({ id }) => id === scheduled?.unit)?.name ?? '';
  const isOwn = history.some(({ action, by }) => action === 'erase' && by === 'requester');
  const rows: SummaryRow[] = [
    { question: t('desk.fact.services'), answer: services.map(nameOf).join(', ') },
    { question: t('desk.erased.area'), answer: area ? areaLabel(area) : file.erased.area },
    { question: t('desk.erased.submitted'), answer: dayOf(submittedAt) },
    ...(scheduled === undefined
      ? []
      : [
          {
            question: t('desk.erased.visited'),
            answer: [fullDayWords(scheduled.date, locale), hourWords(scheduled), unit]
              .filter(Boolean)
              .join(', '),
          },
        ]),
    ...outcomes.map(({ service, outcome }) => ({
      question: t('desk.fact.outcome', { service: nameOf(service) }),
      answer: t(`desk.outcome.${outcome}`),
    })),
  ];
  return (
    <>
      <header className="file__head">
        <h2 id="file-title" className="file__title">
          {`${number.slice(0, 4)} ${number.slice(4)}`}
        </h2>
        <p className="queue-row__tags">
          <StateTag booking={file.erased} />
        </p>
      </header>
      <Notice kind="info" title={t(isOwn ? 'desk.erased.own' : 'desk.erased.kept')}>
        {t('desk.erased.text', { at: dayOf(erasedAt) })}
      </Notice>
      <section className="file__facts" aria-label={t('desk.file.facts')}>
        <SummaryList rows={rows} />
      </section>
      <FileHistory title={t('desk.file.history')} lines={history} />
    </>
  );
}
