import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { ButtonLink } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { CHECK_SLUG, pagePath } from './page-order';
import type { GoneDraft } from './use-draft';

/** Takes the place of a question when another window has sent or deleted the draft. */
export function DraftGonePage({ gone }: { gone: GoneDraft }) {
  const { t } = useWords();
  const { is, typedIn, visitId } = gone;
  return (
    <Page
      back={<BackLink to="/" />}
      actions={
        <>
          {is === 'sent' && (
            <ButtonLink to={`/kunjungan/${visitId}`} icon="calendar">
              {t('booking.gone.visit')}
            </ButtonLink>
          )}
          {typedIn !== undefined && (
            <ButtonLink
              variant={is === 'sent' ? 'secondary' : 'primary'}
              to={pagePath(typedIn, CHECK_SLUG)}
              icon="edit"
            >
              {t('booking.gone.typed.open')}
            </ButtonLink>
          )}
          {is === 'deleted' && typedIn === undefined && (
            <ButtonLink to="/ajukan">{t('booking.missing.new')}</ButtonLink>
          )}
        </>
      }
    >
      <PageHeading takesFocus lead={t(`booking.gone.${is}.text`)} title={t(`booking.gone.${is}`)}>
        {t(`booking.gone.${is}`)}
      </PageHeading>
      {typedIn !== undefined && (
        <Notice kind="info" isLive>
          {t('booking.gone.typed')}
        </Notice>
      )}
    </Page>
  );
}
