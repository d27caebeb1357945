import { useWords } from '../../../copy/words';
import { ButtonLink } from '../../../ui/button/button';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';

/** For an address that leads nowhere, or where her role has nothing to do. */
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
