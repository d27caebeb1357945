import { isOver } from '../../../../domain/booking/state';
import './visit.css';
import { formatPublicNumber } from '../../../../domain/booking/public-number';
import { localDateAt } from '../../../../domain/calendar/local-date';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { ButtonLink } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { StatusTag } from '../../../ui/status-tag/status-tag';
import { PATHS } from '../../shell/paths';
import { useStaff } from '../../shell/session/staff-context';
import { NotKept } from '../not-kept';
import { VisitPhotos } from '../photos/visit-photos';
import { PendingCommands } from '../sheet/pending-commands';
import { Conflicts, RefusedCommands } from '../sheet/refused-commands';
import type { VisitPageProps } from '../sheet/sheet-gate';
import { deliveryOf, hoursWords, serviceWords, sheetDayWords, stateOf } from '../sheet/sheet-words';
import { STEPS, visitPath } from '../sheet-paths';
import { useCrewCommand } from '../use-crew-command';
import { ChangedNotice } from './changed-notice';
import { DepartButton } from './depart-button';
import { ReachHome } from './reach-home';
import { NotesAndHistory, Outcomes, Requirements } from './visit-details';

/**
 * Shows one visit: who, what is needed, where, and the next action at the bottom, within the thumb's reach.
 */
export function VisitPage({ visit }: VisitPageProps) {
  const { t, locale } = useWords();
  const { city, now } = useStaff();
  const { keep, failure } = useCrewCommand(visit);
  const { recipient, needs, needsNote, services } = visit.request;
  const { tone, words } = stateOf(visit);
  const delivery = deliveryOf(visit);
  const today = localDateAt(now(), city.settings.utcOffsetMinutes);
  const age = Number(today.slice(0, 4)) - recipient.birthYear;
  const isOpen = !visit.isReturned && !isOver(visit.state);
  const next =
    visit.state === 'departed' ? (
      <ButtonLink icon="home" to={visitPath(visit.id, STEPS.arrive)}>
        {t('run-sheet.arrive')}
      </ButtonLink>
    ) : visit.state === 'arrived' ? (
      <ButtonLink icon="edit" to={visitPath(visit.id, STEPS.record)}>
        {t('run-sheet.record')}
      </ButtonLink>
    ) : (
      <DepartButton visit={visit} onDepart={() => keep({ name: 'start-travel' })} />
    );
  return (
    <Page back={<BackLink to={PATHS.runSheet} />} actions={isOpen && next} actionsStay>
      <PageHeading
        takesFocus
        caption={`${sheetDayWords(visit.scheduled.date, locale, today)}, ${hoursWords(visit.scheduled)}`}
        title={recipient.name}
      >
        {recipient.name}
      </PageHeading>
      <p className="visit-page__states">
        <StatusTag tone={tone}>{t(words)}</StatusTag>
        {delivery && <span className="visit-row__delivery">{t(delivery)}</span>}
      </p>
      <NotKept failure={failure} />
      <PendingCommands pending={visit.pending} />
      <Conflicts conflicts={visit.conflicts} />
      <ChangedNotice visit={visit} />
      <RefusedCommands refused={visit.refused} canEdit={visit.state === 'arrived'} />
      {visit.question && (
        <Notice kind="info" title={t('run-sheet.question')}>
          {visit.question.text}
        </Notice>
      )}
      <p>
        {t('run-sheet.who', { age, number: formatPublicNumber(visit.number) })}
        {recipient.nikLast4 !== undefined && ` ${t('run-sheet.nik', { last4: recipient.nikLast4 })}`}
      </p>
      <p>
        <strong>{services.map((id) => serviceWords(id, city)).join(', ')}</strong>
      </p>
      {(needs.length > 0 || needsNote) && (
        <Notice kind="warning" title={t('run-sheet.needs')}>
          <p>{[...needs.map((need) => t(`run-sheet.need.${need}`)), needsNote].filter(Boolean).join('. ')}</p>
        </Notice>
      )}
      <ReachHome visit={visit} />
      <Outcomes visit={visit} />
      <Requirements visit={visit} />
      <VisitPhotos visit={visit} />
      <NotesAndHistory visit={visit} />
      <div className="visit-part__buttons">
        <ButtonLink variant="secondary" icon="plus" to={visitPath(visit.id, STEPS.note)}>
          {t('run-sheet.note.add')}
        </ButtonLink>
        {(visit.state === 'scheduled' || visit.state === 'departed') && isOpen && (
          <ButtonLink variant="secondary" icon="close" to={visitPath(visit.id, STEPS.giveBack)}>
            {t('run-sheet.giveBack')}
          </ButtonLink>
        )}
      </div>
    </Page>
  );
}
