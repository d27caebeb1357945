import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { ButtonLink } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { AskCallbackPage } from './ask-callback-page';
import { CallbackCard } from './callback-card';
import { useCallbacks } from './use-callbacks';

/** Lists the callbacks asked for and their results; without any, shows the form to ask for one. */
export function CallbackListPage() {
  const { t } = useWords();
  const { value: callbacks, error } = useCallbacks();
  if (callbacks?.length === 0) return <AskCallbackPage backTo="/" />;
  return (
    <Page
      back={<BackLink to="/" />}
      actions={
        <ButtonLink variant="secondary" icon="plus" to="/telepon/baru">
          {t('callback.another')}
        </ButtonLink>
      }
    >
      <PageHeading takesFocus title={t('callback.list')}>
        {t('callback.list')}
      </PageHeading>
      {error !== undefined && <Notice kind="problem">{t('callback.unreadable')}</Notice>}
      {callbacks === undefined && error === undefined && <Skeleton />}
      {callbacks?.map((callback) => (
        <CallbackCard callback={callback} key={callback.id} />
      ))}
    </Page>
  );
}
