import type { ReactNode } from 'react';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Button, ButtonLink } from '../../ui/button/button';
import { ErrorSummary } from '../../ui/error-summary/error-summary';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { Steps } from '../../ui/steps/steps';
import { PAGE_SLUGS } from './page-order';
import { SaveFailed } from './save-failed';
import type { QuestionFlow } from './use-question';

type QuestionPageProps = {
  question: QuestionFlow;
  heading: string;
  lead?: string | undefined;
  children: ReactNode;
};

/**
 * The frame of every question: back link, step count, errors, the question, "Lanjut" and a link to stop for
 * now.
 */
export function QuestionPage({ question, heading, lead, children }: QuestionPageProps) {
  const { t } = useWords();
  return (
    <Page
      back={<BackLink to={question.backTo} follow={question.leaveFor} />}
      onSubmit={question.goOn}
      actions={
        <>
          <Button type="submit">{t('booking.next')}</Button>
          <ButtonLink variant="quiet" to="/" follow={question.leaveFor}>
            {t('booking.leave')}
          </ButtonLink>
        </>
      }
    >
      {question.form.draft.changeOf === undefined && (
        <Steps step={PAGE_SLUGS.indexOf(question.slug) + 1} total={PAGE_SLUGS.length} />
      )}
      <ErrorSummary errors={question.errors} />
      <SaveFailed failure={question.form.saveFailure} attention={question.held} />
      <PageHeading key={question.part} takesFocus lead={lead} title={t('booking.tab', { heading })}>
        {heading}
      </PageHeading>
      {children}
    </Page>
  );
}
