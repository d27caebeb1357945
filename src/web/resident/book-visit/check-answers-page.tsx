import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { buildRequest } from '../../../domain/booking/build-request';
import { formatPhone } from '../../../domain/people/format-phone';
import { parsePhone } from '../../../domain/people/phone';
import { queueBooking } from '../../../offline/store/visit/queue-booking';
import { useWords } from '../../copy/words';
import { nextPicture } from '../../ui/after-paint/after-next-picture';
import { BackLink } from '../../ui/back-link/back-link';
import { Button, ButtonLink } from '../../ui/button/button';
import { LinkRows } from '../../ui/link-rows/link-rows';
import { Notice } from '../../ui/notice/notice';
import { useNumberAbroad } from '../../ui/number-abroad/use-number-abroad';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { Steps } from '../../ui/steps/steps';
import { SummaryList } from '../../ui/summary-list/summary-list';
import { usePhone } from '../shell/phone/phone-context';
import { CheckPoint } from './check-point';
import { CHECK_SLUG, changePath, neighboursOf, PAGE_SLUGS, slugOf } from './page-order';
import { SaveFailed } from './save-failed';
import { summaryRows } from './summary-rows';
import type { Form } from './use-draft';

/** Shows all answers on one page. Sending puts the request in this phone's queue, online or not. */
export function CheckAnswersPage({ form }: { form: Form }) {
  const words = useWords();
  const { t } = words;
  const { store, sync, city, now, isTimeSure } = usePhone();
  const navigate = useNavigate();
  const lackingBox = useRef<HTMLDivElement>(null);
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<{ readonly error: unknown } | undefined>(undefined);
  const [isChanged, setIsChanged] = useState(false);
  const { draft } = form;
  const result = useMemo(
    () => buildRequest(draft, city, { nowMs: now(), isSure: isTimeSure() }),
    [draft, city, now, isTimeSure],
  );
  const lacking = result.ok ? [] : [...new Set(result.errors.map((error) => slugOf(error.page)))];

  const typed = parsePhone(draft.contactPhone);
  const phone = useNumberAbroad(typed.ok ? formatPhone(typed.phone) : draft.contactPhone);

  // Memoised, so that pressing "send" redraws only the button.
  const summary = useMemo(
    () => <SummaryList rows={summaryRows(draft, phone, city, words)} />,
    [draft, phone, city, words],
  );

  async function send(): Promise<void> {
    if (!result.ok) {
      lackingBox.current?.focus();
      return;
    }
    setIsSending(true);
    await nextPicture();
    try {
      const queued = await form.send(() => queueBooking(store, draft, result.request, result.minutes, now()));
      setIsChanged(queued === 'changed');
      if (queued !== 'queued') {
        setIsSending(false);
        return;
      }
      // The queue holds the request safely; the banner and the visit's page tell whether it arrives.
      sync.syncNow().catch(() => undefined);
      await navigate(`/kunjungan/${draft.id}`, { replace: true });
    } catch (error) {
      setFailure({ error });
      setIsSending(false);
    }
  }

  return (
    <Page
      back={<BackLink to={neighboursOf(draft.id, CHECK_SLUG).before} />}
      onSubmit={() => void send()}
      actions={
        <>
          <Button type="submit" icon="send" busy={isSending}>
            {t('booking.send')}
          </Button>
          <ButtonLink variant="quiet" to="/">
            {t('booking.leave')}
          </ButtonLink>
        </>
      }
    >
      <Steps step={PAGE_SLUGS.length} total={PAGE_SLUGS.length} />
      <SaveFailed failure={failure ?? form.saveFailure} />
      <PageHeading
        takesFocus
        lead={t('booking.check.lead')}
        title={t('booking.tab', { heading: t('booking.check') })}
      >
        {t('booking.check')}
      </PageHeading>
      {isChanged && (
        <Notice kind="warning" isLive>
          {t('booking.check.changed')}
        </Notice>
      )}
      {lacking.length > 0 && (
        <div className="book-visit__group" ref={lackingBox} tabIndex={-1}>
          <Notice kind="warning" title={t('booking.check.lacking')}>
            {t('booking.check.lacking.text')}
          </Notice>
          <LinkRows
            rows={lacking.map((slug) => ({
              to: changePath(draft.id, slug),
              title: t(`booking.part.${slug}`),
              icon: 'edit',
            }))}
          />
        </div>
      )}
      {summary}
      <CheckPoint form={form} />
      <Notice kind="info" title={t('home.free.title')}>
        {t('home.free.text')}
      </Notice>
    </Page>
  );
}
