import type { StoreTrouble } from '../../../../offline/store/engine/store-trouble';
import { useWords } from '../../../copy/words';
import { ReloadNotice } from '../../../ui/carry-over/reload-notice';

/** Where a reload does not help: the phone must have room, or the browser must allow it, first. */
const WITHOUT_RELOAD: ReadonlySet<StoreTrouble> = new Set(['full', 'refused', 'newer-version', 'insecure']);

type Props = { trouble: StoreTrouble; isFrame?: boolean; attention?: number };

/** Says why this phone cannot keep what is typed, and what to do. */
export function StoreTroubleNotice({ trouble, ...rest }: Props) {
  const { t } = useWords();
  return (
    <ReloadNotice title={t('shell.store.title')} canReload={!WITHOUT_RELOAD.has(trouble)} {...rest}>
      {t(`shell.store.${trouble}`)}
    </ReloadNotice>
  );
}
