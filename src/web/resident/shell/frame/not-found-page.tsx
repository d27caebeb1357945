import { useWords } from '../../../copy/words';
import { ButtonLink } from '../../../ui/button/button';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';

/** Shown for an address without a page. */
export function NotFoundPage() {
  const { t } = useWords();
  return (
    <Page
      actions={
        <ButtonLink to="/" icon="home">
          {t('shell.failed.home')}
        </ButtonLink>
      }
    >
      <PageHeading takesFocus lead={t('shell.notFound.text')} title={t('shell.notFound.title')}>
        {t('shell.notFound.title')}
      </PageHeading>
    </Page>
  );
}
