import '../take/take.css';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import * as v from 'valibot';
import { requestChange } from '../../../../contract/request-change';
import type { BookingFile } from '../../../../contract/staff/desk';
import { buildChange } from '../../../../domain/booking/build-change';
import { hourWords, shortDayWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { Button } from '../../../ui/button/button';
import { ErrorSummary } from '../../../ui/error-summary/error-summary';
import { Notice } from '../../../ui/notice/notice';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { useRead } from '../../shell/api/use-read';
import { useStaff } from '../../shell/session/staff-context';
import { CommandNotice } from '../command-notice';
import { readBookingFile } from '../desk-api';
import { DeskPage } from '../desk-page';
import { FailureNotice } from '../failure-notice';
import { ContactFields, NeedsFields, TakePlaceFields } from '../take/take-person-fields';
import { ServiceFields, TimeFields } from '../take/take-service-fields';
import { type Build, useRequestForm } from '../take/use-request-form';
import { useCommand } from '../use-command';
import { draftOfFile } from './draft-of-file';
import { mayChange } from './may-change';

/** `/meja/permohonan/:id/ubah`: changes what was asked while the resident is on the telephone. */
export function ChangeRequestPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const { me } = useStaff();
  const { data, failure, again } = useRead(id, () => readBookingFile(id));
  const back = `/meja/permohonan/${id}`;
  const file = data !== undefined && 'booking' in data ? data : undefined;
  return (
    <DeskPage isWide={false}>
      <BackLink to={back} />
      <PageHeading lead={t('desk.change.lead')}>{t('desk.change.title')}</PageHeading>
      {failure !== undefined && <FailureNotice failure={failure} again={again} />}
      {data === undefined && failure === undefined && <Skeleton rows={6} />}
      {file !== undefined && mayChange(me, file) && (
        <ChangeForm key={file.booking.revision} file={file} back={back} again={again} />
      )}
      {data !== undefined && (file === undefined || !mayChange(me, file)) && (
        <Notice kind="info">{t('desk.change.cannot')}</Notice>
      )}
    </DeskPage>
  );
}

type ChangeFormProps = { file: BookingFile; back: string; again: () => void };

function ChangeForm({ file, back, again }: ChangeFormProps) {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const { booking } = file;
  const { id: bookingId, revision, scheduled, request: sent } = booking;
  const [start] = useState(() => draftOfFile(booking));
  const [isKept, setIsKept] = useState(scheduled !== undefined);
  const build: Build<v.InferOutput<typeof requestChange>> = (draft, city, time) => {
    const isSameWish = draft.windows === start.windows && draft.isAnyTime === start.isAnyTime;
    const result = buildChange(draft, sent, isKept || (scheduled === undefined && isSameWish), city, time);
    return result.ok ? { ok: true, built: v.parse(requestChange, result.change) } : result;
  };
  const form = useRequestForm(build, start);
  const [state, send] = useCommand(() => undefined);
  const submit = async () => {
    const request = await form.check();
    if (request === undefined) return;
    const date = isKept ? ('keep' as const) : ('wishes' as const);
    const isDone = await send({ name: 'change-request', bookingId, revision, request, date });
    if (isDone) await navigate(back);
  };
  const isStale = state.state === 'refused' && state.problem === 'booking-changed';
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <p>
        <strong>{sent.recipient.name}</strong>
      </p>
      <form
        className="take"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ContactFields form={form} />
        <NeedsFields form={form} />
        <TakePlaceFields form={form} />
        <ServiceFields form={form} />
        {scheduled === undefined ? (
          <TimeFields form={form} />
        ) : (
          <TimeFields
            form={form}
            kept={{
              label: t('desk.change.keep', {
                when: `${shortDayWords(scheduled.date, locale)}, ${hourWords(scheduled)}`,
              }),
              isKept,
              onKeep: setIsKept,
            }}
          />
        )}
        <CommandNotice state={state} />
        {isStale && (
          <Button variant="secondary" icon="refresh" onClick={again}>
            {t('desk.change.readAgain')}
          </Button>
        )}
        <Button type="submit" icon="done" busy={state.state === 'sending'}>
          {t('desk.change.save')}
        </Button>
      </form>
    </>
  );
}
