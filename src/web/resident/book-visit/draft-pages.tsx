import type { ComponentType } from 'react';
import { useEffect } from 'react';
import { Navigate, useParams } from 'react-router-dom';
import type { BookingId } from '../../../domain/booking/booking';
import { BackLink } from '../../ui/back-link/back-link';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { AddressPage } from './address-page';
import { CheckChangePage } from './change/check-change-page';
import { CheckAnswersPage } from './check-answers-page';
import { ChooseServicesPage } from './choose-services-page';
import { ContactPage } from './contact-page';
import { DraftGonePage } from './draft-gone-page';
import { DraftMissingPage } from './draft-missing-page';
import { ForWhomPage } from './for-whom-page';
import { NeedsPage } from './needs-page';
import { CHECK_SLUG, FIRST_SLUG, isPageSlug, type PageSlug, pagePath } from './page-order';
import { PrepareRequirementsPage } from './prepare-requirements-page';
import { RecipientPage } from './recipient-page';
import { SaveFailed } from './save-failed';
import { TimesPage } from './times-page';
import { type Form, useDraft } from './use-draft';

const pages: Readonly<Record<PageSlug, ComponentType<{ form: Form }>>> = {
  'untuk-siapa': ForWhomPage,
  penerima: RecipientPage,
  kebutuhan: NeedsPage,
  layanan: ChooseServicesPage,
  syarat: PrepareRequirementsPage,
  alamat: AddressPage,
  waktu: TimesPage,
  kontak: ContactPage,
  periksa: CheckAnswersPage,
};

/** `/ajukan/:draftId/<page>`: opens the draft once for all its pages. */
export function DraftPages() {
  const { draftId = '', '*': slug = '' } = useParams();
  return <DraftOpener key={draftId} id={draftId as BookingId} slug={slug} />;
}

function DraftOpener({ id, slug }: { id: BookingId; slug: string }) {
  const open = useDraft(id);
  if (open.status === 'missing') return <DraftMissingPage />;
  if (open.status === 'gone') return <DraftGonePage gone={open} />;
  if (open.status === 'ready') return <DraftPage form={open.form} slug={slug} />;
  return (
    <Page back={<BackLink to="/ajukan" />}>
      {open.status === 'failed' ? <SaveFailed failure={open} /> : <Skeleton rows={4} />}
    </Page>
  );
}

function DraftPage({ form, slug }: { form: Form; slug: string }) {
  const { draft, keep, flush } = form;
  const isKnown = isPageSlug(slug);
  useEffect(() => {
    if (isKnown) keep({ page: slug });
    // Writes at once, together with what was typed on the page before, so that a resident who leaves now
    // comes back to this page.
    void flush();
  }, [isKnown, slug, keep, flush]);
  if (!isKnown) {
    return <Navigate replace to={pagePath(draft.id, isPageSlug(draft.page) ? draft.page : FIRST_SLUG)} />;
  }
  const isChange = draft.changeOf !== undefined;
  if (isChange && (slug === 'untuk-siapa' || slug === 'penerima')) {
    return <Navigate replace to={pagePath(draft.id, CHECK_SLUG)} />;
  }
  const Current = isChange && slug === CHECK_SLUG ? CheckChangePage : pages[slug];
  return <Current key={slug} form={form} />;
}
