import { readChange } from '../../../../offline/crew/changed-visits';
import type { ShownVisit } from '../../../../offline/crew/shown-sheet';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { ChangedParts } from '../../shell/changed/changed-parts';
import { useCrewPhone } from '../sheet/crew-phone';

/** Says what changed in the request since the crew last saw it, until the crew has read it. */
export function ChangedNotice({ visit }: { visit: ShownVisit }) {
  const { t } = useWords();
  const { store } = useCrewPhone();
  if (!visit.isChanged) return null;
  const last = [...visit.history].reverse().find(({ action }) => action === 'change-request');
  return (
    <Notice kind="warning" title={t('run-sheet.changed')}>
      {last?.parts && <ChangedParts parts={last.parts} />}
      <Button variant="secondary" icon="done" onClick={() => void readChange(store, visit.id)}>
        {t('run-sheet.changed.read')}
      </Button>
    </Notice>
  );
}
