import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { buildChange } from '../../../../domain/booking/build-change';
import { formatPhone } from '../../../../domain/people/format-phone';
import { parsePhone } from '../../../../domain/people/phone';
import { type ChangedField, changedFields } from '../../../../offline/store/draft/start-change';
import { queueChangeRequest } from '../../../../offline/store/visit/queue-change-request';
import { useWords } from '../../../copy/words';
import { nextPicture } from '../../../ui/after-paint/after-next-picture';
import { BackLink } from '../../../ui/back-link/back-link';
import { Button, ButtonLink } from '../../../ui/button/button';
import { LinkRows } from '../../../ui/link-rows/link-rows';
import { Notice } from '../../../ui/notice/notice';
import { useNumberAbroad } from '../../../ui/number-abroad/use-number-abroad';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { SummaryList } from '../../../ui/summary-list/summary-list';
import { usePhone } from '../../shell/phone/phone-context';
import { CheckPoint } from '../check-point';
import { changePath, type QuestionSlug, slugOf } from '../page-order';
import { SaveFailed } from '../save-failed';
import { summaryRows } from '../summary-rows';
import type { Form } from '../use-draft';
import { KeptDate } from './kept-date';
import { useChangedVisit } from './use-changed-visit';
import { useKeptDate } from './use-kept-date';

/** Whom the visit is for stays. */
const KEPT_SLUGS: readonly QuestionSlug[] = ['untuk-siapa', 'penerima'];

const SLUG_OF_FIELD: Readonly<Record<ChangedField, QuestionSlug>> = {
  needs: 'kebutuhan',
  needsNote: 'kebutuhan',
  services: 'layanan',
  answers: 'syarat',
  prepared: 'syarat',
  area: 'alamat',
  street: 'alamat',
  rt: 'alamat',
  rw: 'alamat',
  landmark: 'alamat',
  point: 'alamat',
  isAnyTime: 'waktu',
  windows: 'waktu',
  contactName: 'kontak',
  contactPhone: 'kontak',
  channel: 'kontak',
};

/** Shows a sent request as it would be changed, names what differs, and sends it, online or not. */
export function CheckChangePage({ form }: { form: Form }) {
  const words = useWords();
  const { t } = words;
  const { store, sync, city, now, isTimeSure } = usePhone();
  const navigate = useNavigate();
  const top = useRef<HTMLDivElement>(null);
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<{ readonly error: unknown } | undefined>(undefined);
  const [notice, setNotice] = useState<'changed' | 'nothing' | undefined>(undefined);
  const { draft } = form;
  const { changeOf } = draft;
  const { visit, isMerged } = useChangedVisit(form);
  const kept = useKeptDate(draft, visit);
  const scheduled = visit?.row?.scheduled;
  const fields = changedFields(draft);
  const slugs = [...new Set(fields.map((field) => SLUG_OF_FIELD[field]))];
  const givesUpDate = changeOf?.givesUpDate === true;
  const isWaiting = visit !== undefined && kept === undefined;
  const asksTimes = isWaiting || givesUpDate;
  const keepsWishes = !givesUpDate && !(isWaiting && slugs.includes('waktu'));
  const result = useMemo(
    () =>
      buildChange(
        draft,
        { preferences: changeOf?.preferences ?? 'any', packageId: visit?.row?.packageId },
        keepsWishes,
        city,
        { nowMs: now(), isSure: isTimeSure() },
      ),
    [draft, changeOf, visit, keepsWishes, city, now, isTimeSure],
  );
  const lacking = result.ok ? [] : [...new Set(result.errors.map((error) => slugOf(error.page)))];
  const typed = parsePhone(draft.contactPhone);
  const phone = useNumberAbroad(typed.ok ? formatPhone(typed.phone) : draft.contactPhone);
  const rows = summaryRows(draft, phone, city, words)
    .filter(({ slug }) => !KEPT_SLUGS.includes(slug) && (asksTimes || slug !== 'waktu'))
    .map(({ slug: _, ...row }) => row);
  const visitPath = `/kunjungan/${changeOf?.bookingId ?? ''}`;

  async function send(): Promise<void> {
    if (!result.ok || slugs.length === 0) {
      setNotice(slugs.length === 0 ? 'nothing' : undefined);
      top.current?.focus();
      return;
    }
    setIsSending(true);
    await nextPicture();
    try {
      const queued = await form.send(async () => {
        const end = await queueChangeRequest(store, draft, result.change, result.minutes, now());
        // What the desk changed comes into the draft by itself, and is to be looked at first.
        return end === 'behind' ? 'changed' : end;
      });
      if (queued !== 'queued') {
        setNotice(queued === 'changed' ? 'changed' : undefined);
        setIsSending(false);
        return;
      }
      sync.syncNow().catch(() => undefined);
      await navigate(visitPath, { replace: true });
    } catch (error) {
      setFailure({ error });
      setIsSending(false);
    }
  }

  return (
    <Page
      back={<BackLink to={visitPath} />}
      onSubmit={() => void send()}
      actions={
        <>
          <Button type="submit" icon="send" busy={isSending}>
            {t('booking.change.send')}
          </Button>
          <ButtonLink variant="quiet" to={visitPath}>
            {t('booking.change.later')}
          </ButtonLink>
        </>
      }
    >
      <SaveFailed failure={failure ?? form.saveFailure} />
      <PageHeading
        takesFocus
        lead={t('booking.change.lead', { name: draft.recipientName })}
        title={t('booking.change.check')}
      >
        {t('booking.change.check')}
      </PageHeading>
      <div className="book-visit__group" ref={top} tabIndex={-1}>
        {isMerged && (
          <Notice kind="warning" title={t('booking.change.merged')} isLive>
            {t('booking.change.merged.text')}
          </Notice>
        )}
        {notice === 'changed' && !isMerged && (
          <Notice kind="warning" isLive>
            {t('booking.check.changed')}
          </Notice>
        )}
        {lacking.length > 0 ? (
          <Notice kind="warning" title={t('booking.check.lacking')}>
            {t('booking.check.lacking.text')}
          </Notice>
        ) : (
          <Notice kind={notice === 'nothing' && slugs.length === 0 ? 'warning' : 'info'} isLive>
            {slugs.length === 0
              ? t('booking.change.nothing')
              : t('booking.change.changed', {
                  parts: slugs.map((slug) => t(`booking.part.${slug}`)).join(', '),
                })}
          </Notice>
        )}
        {lacking.length > 0 && (
          <LinkRows
            rows={lacking.map((slug) => ({
              to: changePath(draft.id, slug),
              title: t(`booking.part.${slug}`),
              icon: 'edit',
            }))}
          />
        )}
      </div>
      {scheduled && kept && (
        <KeptDate
          form={form}
          scheduled={scheduled}
          kept={kept}
          wasRefused={visit?.problem?.code === 'date-not-kept'}
        />
      )}
      <SummaryList rows={rows} />
      <CheckPoint form={form} />
    </Page>
  );
}
