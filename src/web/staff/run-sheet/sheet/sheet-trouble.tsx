import type { StoreTrouble } from '../../../../offline/store/engine/store-trouble';
import { useWords } from '../../../copy/words';
import { ReloadNotice } from '../../../ui/carry-over/reload-notice';
import { useCrewPhone } from './crew-phone';

/** Where a reload does not help: the phone must have room, or the browser must allow it, first. */
const WITHOUT_RELOAD: ReadonlySet<StoreTrouble> = new Set(['full', 'refused', 'newer-version', 'insecure']);

/** Says above every page of the sheet that this phone cannot read or keep anything, and what to do. */
export function SheetTrouble() {
  const { t } = useWords();
  const { trouble } = useCrewPhone();
  if (trouble === undefined) return null;
  return (
    <div className="sheet-trouble" data-print="hide">
      <ReloadNotice title={t('run-sheet.store')} canReload={!WITHOUT_RELOAD.has(trouble)}>
        {t(`run-sheet.store.${trouble}`)}
      </ReloadNotice>
    </div>
  );
}
