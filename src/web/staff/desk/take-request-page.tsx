import './take.css';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { BookingId } from '../../../domain/booking/booking';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { ErrorSummary } from '../../ui/error-summary/error-summary';
import { Notice } from '../../ui/notice/notice';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { useStaff } from '../shell/staff-context';
import { CommandNotice } from './command-notice';
import { DeskPage } from './desk-page';
import { ContactFields, PlaceFields, RecipientFields } from './take-person-fields';
import { ServiceFields, TimeFields } from './take-service-fields';
import { useCommand } from './use-command';
import { useRequestForm } from './use-request-form';

/** A request taken while its caller is on the phone: one page, the order of a conversation, keyboard alone. */
export function TakeRequestPage() {
  const { t } = useWords();
  const { me } = useStaff();
  const form = useRequestForm();
  const [taken, setTaken] = useState<BookingId>();
  const [state, send] = useCommand(() => undefined);
  const submit = async () => {
    const request = form.check();
    if (request === undefined) return;
    const channel = me.role === 'kelurahan' ? 'kelurahan' : 'phone';
    const isDone = await send({ name: 'take-booking', bookingId: form.bookingId, request, channel });
    if (!isDone) return;
    setTaken(form.bookingId);
    form.startAnew();
    document.getElementById('taken')?.focus();
  };
  return (
    <DeskPage isWide={false}>
      <PageHeading lead={t('desk.take.lead')}>{t('desk.take.title')}</PageHeading>
      <div id="taken" tabIndex={-1}>
        {taken !== undefined && (
          <Notice kind="success" title={t('desk.take.done')} isLive>
            <Link to={`/meja/permohonan/${taken}?view=open`}>{t('desk.take.open')}</Link>
          </Notice>
        )}
      </div>
      <ErrorSummary errors={form.errors} />
      <form
        className="take"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ContactFields form={form} />
        <RecipientFields form={form} />
        <PlaceFields form={form} />
        <ServiceFields form={form} />
        <TimeFields form={form} />
        <CommandNotice state={state} />
        <Button type="submit" icon="send" busy={state.state === 'sending'}>
          {t('desk.take.send')}
        </Button>
      </form>
    </DeskPage>
  );
}
