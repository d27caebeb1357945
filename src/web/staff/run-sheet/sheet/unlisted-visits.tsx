import '../visit/visit.css';
import type { ShownSheet } from '../../../../offline/crew/shown-sheet';
import { useWords } from '../../../copy/words';
import { Notice } from '../../../ui/notice/notice';
import { PendingCommands } from './pending-commands';
import { Conflicts, RefusedCommands } from './refused-commands';

/** Shows what this crew recorded for visits that are no longer on its sheet; empty without any. */
export function UnlistedVisits({ unlisted }: { unlisted: ShownSheet['unlisted'] }) {
  const { t } = useWords();
  return (
    <>
      <Conflicts conflicts={unlisted.conflicts} />
      <RefusedCommands refused={unlisted.refused} canEdit={false} />
      {unlisted.pending.length > 0 && (
        <>
          <Notice kind="info" title={t('run-sheet.unlisted.title')}>
            <p>{unlisted.pending.map(({ recipientName }) => recipientName).join(', ')}</p>
          </Notice>
          <PendingCommands pending={unlisted.pending} />
        </>
      )}
    </>
  );
}
