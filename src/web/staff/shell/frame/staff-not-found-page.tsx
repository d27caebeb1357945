import { useWords } from '../../../copy/words';
import { ButtonLink } from '../../../ui/button/button';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';

/** Shown for an address without a page, or for a page that the member's role may not open. */
export function StaffNotFoundPage() {
  const { t } = useWords();
  return (
    <Page
      actions={
        <ButtonLink to="/" icon="home">
          {t('staff.home')}
        </ButtonLink>
      }
    >
      <PageHeading takesFocus lead={t('staff.notFound.text')} title={t('staff.notFound.title')}>
        {t('staff.notFound.title')}
      </PageHeading>
    </Page>
  );
}
