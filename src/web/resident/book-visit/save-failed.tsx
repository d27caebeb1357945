import { storeTrouble } from '../../../offline/store/engine/store-trouble';
import { useWords } from '../../copy/words';
import { Notice } from '../../ui/notice/notice';

/** Says that this phone cannot keep what is typed, why, and what to do. */
export function SaveFailed({ failure }: { failure: { readonly error: unknown } | undefined }) {
  const { t } = useWords();
  if (failure === undefined) return null;
  return (
    <Notice kind="problem" title={t('shell.store.title')} isLive>
      {t(`shell.store.${storeTrouble(failure.error)}`)}
    </Notice>
  );
}
