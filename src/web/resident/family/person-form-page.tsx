import type { ReactNode } from 'react';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Button } from '../../ui/button/button';
import { ErrorSummary } from '../../ui/error-summary/error-summary';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import type { PersonForm } from './use-person-form';

type PersonFormPageProps = {
  form: Pick<PersonForm<never>, 'parts' | 'hasFailed' | 'save'>;
  backTo: string;
  heading: string;
  caption?: string | undefined;
  lead?: string | undefined;
  /** Another window has removed the person. */
  isRemoved?: boolean;
  children: ReactNode;
};

/**
 * The frame of every form about a person: back link, errors, the fields, and "Simpan" (in simple mode on the
 * last part).
 */
export function PersonFormPage(props: PersonFormPageProps) {
  const { form, backTo, heading, caption, lead, isRemoved = false, children } = props;
  const { t } = useWords();
  return (
    <Page
      back={<BackLink to={form.parts.backTo ?? backTo} />}
      onSubmit={() => void form.save()}
      actions={<Button type="submit">{t(form.parts.isLast ? 'family.save' : 'booking.next')}</Button>}
    >
      <ErrorSummary errors={form.parts.errors} />
      {isRemoved && (
        <Notice kind="warning" isLive>
          {t('family.removedElsewhere')}
        </Notice>
      )}
      {form.hasFailed && (
        <Notice kind="problem" isLive>
          {t('family.notKept')}
        </Notice>
      )}
      {/* The title of the tab, which the list of recent apps shows, names nobody. */}
      <PageHeading key={form.parts.part} takesFocus caption={caption} lead={lead} title={t('family.title')}>
        {heading}
      </PageHeading>
      {children}
    </Page>
  );
}
