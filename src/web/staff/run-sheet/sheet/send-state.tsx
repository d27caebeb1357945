import { useEffect, useState } from 'react';
import { watchUnsent } from '../../../../offline/crew/watch-sheet';
import type { SyncFailure, SyncState } from '../../../../offline/sync/sync-state';
import type { MessageId } from '../../../copy/compiled/message-ids';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { useStaff } from '../../shell/session/staff-context';
import { useCrewPhone } from './crew-phone';
import { sheetTimeWords } from './sheet-words';

const FAILURE_WORDS: { readonly [Failure in SyncFailure]?: MessageId } = {
  slow: 'run-sheet.slow',
  version: 'run-sheet.tooOld',
  full: 'run-sheet.phoneFull',
};

/**
 * Says what is on this phone alone, what is being sent, and when the sheet was read, without moving the
 * focus.
 */
export function SendState() {
  const { t } = useWords();
  const { city } = useStaff();
  const { store, sync, sheet } = useCrewPhone();
  const [state, setState] = useState<SyncState>({ isSending: false });
  const [unsent, setUnsent] = useState(0);
  useEffect(() => sync.watchState(setState), [sync]);
  useEffect(() => watchUnsent(store, setUnsent, () => {}), [store]);
  const readAt = sheet && t('run-sheet.readAt', { time: sheetTimeWords(sheet.atMs, city) });
  const hasFailed = state.lastFailure !== undefined;
  const words = unsent > 0 ? t('run-sheet.unsent', { count: unsent }) : t('run-sheet.allSent');
  return (
    <div className="send-state" data-print="hide">
      <Icon name={hasFailed ? 'offline' : unsent > 0 ? 'handset' : 'done'} />
      <div className="send-state__words" role="status">
        <p>
          <strong>{words}</strong>
        </p>
        {state.lastFailure && <p>{t(FAILURE_WORDS[state.lastFailure] ?? 'run-sheet.noAnswer')}</p>}
        {readAt && <p>{readAt}</p>}
      </div>
      <Button variant="quiet" icon="refresh" busy={state.isSending} onClick={() => void sync.syncNow()}>
        {t('run-sheet.refresh')}
      </Button>
    </div>
  );
}
