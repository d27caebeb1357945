import './take.css';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import * as v from 'valibot';
import { bookingRequest } from '../../../../contract/booking-request';
import type { OpenCallback } from '../../../../contract/staff/callbacks';
import type { TakeBooking } from '../../../../contract/staff/commands';
import type { BookingId } from '../../../../domain/booking/booking';
import { buildRequest } from '../../../../domain/booking/build-request';
import { formatPhone } from '../../../../domain/people/format-phone';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { ErrorSummary } from '../../../ui/error-summary/error-summary';
import { Notice } from '../../../ui/notice/notice';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { useRead } from '../../shell/api/use-read';
import { useStaff } from '../../shell/session/staff-context';
import { CommandNotice } from '../command-notice';
import { readCallbacks } from '../desk-api';
import { DeskPage } from '../desk-page';
import { FailureNotice } from '../failure-notice';
import { useCommand } from '../use-command';
import { ContactFields, RecipientFields, TakePlaceFields } from './take-person-fields';
import { ServiceFields, TimeFields } from './take-service-fields';
import { TakenNotice } from './taken-notice';
import { type Build, useRequestForm } from './use-request-form';

/**
 * `/meja/catat`: takes a request. With `?telepon=` it fills in the name and number of the person who asked to
 * be called.
 */
export function TakeRequestPage() {
  const { t } = useWords();
  const [address] = useSearchParams();
  const id = address.get('telepon');
  return (
    <DeskPage isWide={false}>
      <PageHeading lead={t('desk.take.lead')}>{t('desk.take.title')}</PageHeading>
      {id === null ? <TakeForm /> : <FromCallback id={id} key={id} />}
    </DeskPage>
  );
}

function FromCallback({ id }: { id: string }) {
  const { t } = useWords();
  const { data, failure, again } = useRead(id, readCallbacks);
  if (failure !== undefined) return <FailureNotice failure={failure} again={again} />;
  if (data === undefined) return <Skeleton rows={4} />;
  const callback = data.callbacks.find((open) => open.id === id);
  return (
    <>
      {callback === undefined && <Notice kind="warning">{t('desk.take.callbackOver')}</Notice>}
      <TakeForm callback={callback} />
    </>
  );
}

const buildWhole: Build<TakeBooking['request']> = (draft, city, time) => {
  const result = buildRequest(draft, city, time);
  return result.ok ? { ok: true, built: v.parse(bookingRequest, result.request) } : result;
};

/**
 * Takes a request while the caller is on the phone: one page, in the order of a conversation, usable by
 * keyboard alone.
 */
function TakeForm({ callback }: { callback?: OpenCallback | undefined }) {
  const { t } = useWords();
  const { me } = useStaff();
  const form = useRequestForm(
    buildWhole,
    callback === undefined ? {} : { contactName: callback.name, contactPhone: formatPhone(callback.phone) },
  );
  // The callback is done with the first request; whatever follows is another call.
  const [callbackId, setCallbackId] = useState(callback?.id);
  const [taken, setTaken] = useState<BookingId>();
  const [state, send] = useCommand(() => undefined);
  const submit = async () => {
    const request = await form.check();
    if (request === undefined) return;
    const byRole = me.role === 'kelurahan' ? ('kelurahan' as const) : ('phone' as const);
    const from =
      callbackId === undefined ? { channel: byRole } : ({ channel: 'callback', callbackId } as const);
    const isDone = await send({ name: 'take-booking', bookingId: form.bookingId, request, ...from });
    if (!isDone) return;
    setCallbackId(undefined);
    setTaken(form.bookingId);
    form.startNext();
    document.getElementById('taken')?.focus();
  };
  return (
    <>
      <div id="taken" tabIndex={-1}>
        {taken !== undefined && <TakenNotice id={taken} key={taken} />}
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
        <TakePlaceFields form={form} />
        <ServiceFields form={form} />
        <TimeFields form={form} />
        <CommandNotice state={state} />
        <Button type="submit" icon="send" busy={state.state === 'sending'}>
          {t('desk.take.send')}
        </Button>
      </form>
    </>
  );
}
