import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { ButtonLink } from '../../ui/button/button';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';

/** Shown for a draft that this phone does not have: already sent, deleted, or made on another phone. */
export function DraftMissingPage() {
  const { t } = useWords();
  return (
    <Page
      back={<BackLink to="/" />}
      actions={
        <>
          <ButtonLink to="/kunjungan" icon="calendar">
            {t('booking.missing.visits')}
          </ButtonLink>
          <ButtonLink variant="secondary" to="/ajukan">
            {t('booking.missing.new')}
          </ButtonLink>
        </>
      }
    >
      <PageHeading takesFocus lead={t('booking.missing.text')} title={t('booking.missing.title')}>
        {t('booking.missing.title')}
      </PageHeading>
    </Page>
  );
}
