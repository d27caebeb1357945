import { type StoreTrouble, storeTrouble } from '../../../offline/store/engine/store-trouble';
import { useWords } from '../../copy/words';
import { Notice } from '../../ui/notice/notice';

/** Why a photo was not kept: the phone's store failed, or the photo itself is at fault. */
export type SaveFailure =
  | { readonly is: 'store'; readonly error: unknown }
  | { readonly is: 'already-there' | 'too-many' | 'not-written' };

/** No reload brings a photo back that is only on screen. */
function storeWords(trouble: StoreTrouble) {
  return trouble === 'lost' ? 'photos.notKept.lost' : (`shell.store.${trouble}` as const);
}

/** Says that the photo was not kept, why, and what to do. The photo stays on screen. */
export function SaveFailureNotice({ failure }: { failure: SaveFailure | undefined }) {
  const { t } = useWords();
  if (failure === undefined) return null;
  return (
    <Notice kind="problem" title={t('photos.notKept')} isLive>
      {failure.is === 'store'
        ? t(storeWords(storeTrouble(failure.error)))
        : t(`photos.notKept.${failure.is}`)}
    </Notice>
  );
}
