import '../visit/visit.css';
import { useState } from 'react';
import type { ServiceId } from '../../../../domain/catalogue/service';
import { MAX_REASON_CHARS, OUTCOMES } from '../../../../domain/visit/outcome';
import { type RecordForm, recordOf } from '../../../../offline/crew/record-form';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { Button } from '../../../ui/button/button';
import { CheckRows, RadioRows } from '../../../ui/choice-rows/choice-rows';
import { ErrorSummary, type FieldError } from '../../../ui/error-summary/error-summary';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { TextArea } from '../../../ui/text-area/text-area';
import { TextField } from '../../../ui/text-field/text-field';
import { useStaff } from '../../shell/session/staff-context';
import { NotKept } from '../not-kept';
import type { VisitPageProps } from '../sheet/sheet-gate';
import { serviceWords } from '../sheet/sheet-words';
import { visitPath } from '../sheet-paths';
import { useCrewCommand } from '../use-crew-command';
import { requirementsOf } from '../visit/requirements-of';
import { LACKING_FIELD, NEXT_FIELD, outcomeField, reasonField, recordErrors } from './record-errors';
import { useRecord } from './use-record';

const NEXT_VISITS = ['not-needed', 'wanted'] as const;
/** The limit in the contract. */
const MAX_NOTE_CHARS = 1_000;

/**
 * "Catat hasil": records the outcome of each service, the missing requirements, and whether to come again.
 */
export function RecordPage({ visit }: VisitPageProps) {
  const { t } = useWords();
  const { city } = useStaff();
  const { keep, failure } = useCrewCommand(visit);
  const record = useRecord(visit.id);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { form, change } = record;
  const { services } = visit.request;
  const unread = record.hasFailed ? 'failed' : undefined;
  if (form === undefined) return <Page>{unread ? <NotKept failure={unread} /> : <Skeleton rows={4} />}</Page>;

  const setOutcome = (service: ServiceId, part: Partial<RecordForm['outcomes'][ServiceId]>) => {
    const before = form.outcomes[service] ?? { reason: '' };
    change({ ...form, outcomes: { ...form.outcomes, [service]: { ...before, ...part } } });
  };
  const allDone = () => {
    const done = services.map((service) => [service, { outcome: 'done', reason: '' }] as const);
    change({ ...form, outcomes: Object.fromEntries(done), nextVisit: 'not-needed' });
  };
  const finish = () => {
    const found = recordErrors(form, services, city, t);
    setErrors(found);
    if (found.length > 0) return;
    const { outcomes, lacking, nextVisit, note } = recordOf(form, services);
    record.afterWriting(() =>
      keep({ name: 'record-visit', outcomes: [...outcomes], lacking: [...lacking], nextVisit, note }),
    );
  };
  const errorOf = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message;
  return (
    <Page
      back={<BackLink to={visitPath(visit.id)} />}
      actions={<Button type="submit">{t('run-sheet.record.submit')}</Button>}
      onSubmit={finish}
    >
      <ErrorSummary errors={errors} />
      <NotKept failure={failure ?? unread} />
      <PageHeading takesFocus caption={visit.request.recipient.name} title={t('run-sheet.record')}>
        {t('run-sheet.record')}
      </PageHeading>
      <Button variant="secondary" icon="check" onClick={allDone}>
        {t('run-sheet.record.allDone')}
      </Button>
      {services.map((service) => {
        const { outcome, reason = '' } = form.outcomes[service] ?? {};
        return (
          <div className="record-service" key={service}>
            <RadioRows
              id={outcomeField(service)}
              label={<strong>{serviceWords(service, city)}</strong>}
              error={errorOf(outcomeField(service))}
              choices={OUTCOMES.map((value) => ({ value, label: t(`run-sheet.outcome.${value}`) }))}
              value={outcome}
              onChange={(value) => setOutcome(service, { outcome: value })}
            />
            {outcome !== undefined && outcome !== 'done' && (
              <TextField
                id={reasonField(service)}
                label={t('run-sheet.outcome.reason')}
                error={errorOf(reasonField(service))}
                maxLength={MAX_REASON_CHARS}
                value={reason}
                onChange={(value) => setOutcome(service, { reason: value })}
              />
            )}
          </div>
        );
      })}
      <CheckRows
        id={LACKING_FIELD}
        label={t('run-sheet.lacking')}
        hint={t('run-sheet.lacking.hint')}
        error={errorOf(LACKING_FIELD)}
        choices={requirementsOf(visit, city).map(({ requirement }) => ({
          value: requirement.id,
          label: requirement.name,
        }))}
        values={form.lacking}
        onChange={(lacking) => change({ ...form, lacking })}
      />
      <RadioRows
        id={NEXT_FIELD}
        label={t('run-sheet.next')}
        error={errorOf(NEXT_FIELD)}
        choices={NEXT_VISITS.map((value) => ({ value, label: t(`run-sheet.next.${value}`) }))}
        value={form.nextVisit}
        onChange={(nextVisit) => change({ ...form, nextVisit })}
      />
      <TextArea
        id="note"
        label={t('run-sheet.record.note')}
        isOptional
        maxLength={MAX_NOTE_CHARS}
        value={form.note}
        onChange={(note) => change({ ...form, note })}
      />
    </Page>
  );
}
