import '../visit/visit.css';
import type { ShownSheet } from '../../../../offline/crew/shown-sheet';
import { useWords } from '../../../copy/words';
import { Notice } from '../../../ui/notice/notice';
import { PendingDeeds } from './pending-deeds';
import { Conflicts, Refused } from './set-aside';

/** What this crew recorded of visits that are on its sheet no more. Nothing when there is none. */
export function Strays({ strays }: { strays: ShownSheet['strays'] }) {
  const { t } = useWords();
  return (
    <>
      <Conflicts conflicts={strays.conflicts} />
      <Refused refused={strays.refused} canEdit={false} />
      {strays.pending.length > 0 && (
        <>
          <Notice kind="info" title={t('run-sheet.strays.title')}>
            <p>{strays.pending.map(({ recipientName }) => recipientName).join(', ')}</p>
          </Notice>
          <PendingDeeds pending={strays.pending} />
        </>
      )}
    </>
  );
}
