import './connection-banner.css';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import type { SyncFailure, SyncState } from '../../../../offline/sync/sync-state';
import { useWords } from '../../../copy/words';
import { UpdateNotice } from '../../../ui/app-update/update-notice';
import { Button, ButtonLink } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { Notice } from '../../../ui/notice/notice';
import { InsecureNotice, isInsecure } from '../../../ui/secure-address/insecure-notice';
import { usePhone } from '../phone/phone-context';
import { StoreTroubleNotice } from '../phone/store-trouble-notice';
import { useLateWatched } from '../phone/use-late-watched';
import { useOnline } from '../phone/use-online';
import { useStoreTrouble } from '../phone/use-store-trouble';

/** Returns the key under `shell.wait.` for why the last attempt failed. */
function explain(state: SyncState | undefined, isOnline: boolean): SyncFailure {
  if (!isOnline) return 'offline';
  return state?.lastFailure ?? 'server';
}

function Waiting({ count, isOnline }: { count: number; isOnline: boolean }) {
  const { t } = useWords();
  const { sync } = usePhone();
  const [state, setState] = useState<SyncState | undefined>(undefined);
  useEffect(() => sync.watchState(setState), [sync]);
  const isSending = state?.isSending ?? false;
  const why = state?.lastFailure || !isOnline ? explain(state, isOnline) : undefined;
  return (
    <div className="connection__row">
      <Icon name={isOnline ? 'send' : 'offline'} />
      <div className="connection__words">
        <p className="connection__title">{t('shell.wait.title', { count })}</p>
        {/* Each try over a slow network is long: its reason stays in view. */}
        <p>
          {t(
            isSending && why !== 'slow'
              ? 'shell.wait.sending'
              : why
                ? `shell.wait.${why}`
                : 'shell.wait.safe',
          )}
        </p>
        {isOnline && (
          <Button variant="secondary" icon="send" busy={isSending} onClick={() => void sync.syncNow()}>
            {t('shell.wait.send')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The page that itself says that this phone was transferred. */
const TRANSFER_PATH = '/pindah';

/**
 * Shows the connection, how much waits to be sent, what this phone cannot store, and a new version. Empty
 * when all is well.
 */
export function ConnectionBanner() {
  const { t } = useWords();
  const { pathname } = useLocation();
  const isOnline = useOnline();
  const trouble = useStoreTrouble();
  const { value: count = 0 } = useLateWatched<number>(({ watchWaitingCount }, store, onValue, onError) =>
    watchWaitingCount(store, onValue, onError),
  );
  const { value: hasTransferred = false } = useLateWatched<boolean>(
    ({ watchTransferred }, store, onValue, onError) => watchTransferred(store, onValue, onError),
  );
  return (
    <div className="connection" data-print="hide">
      {isInsecure() && <InsecureNotice />}
      {trouble && !isInsecure() && <StoreTroubleNotice isFrame trouble={trouble} />}
      {hasTransferred && pathname !== TRANSFER_PATH && (
        <Notice kind="warning" title={t('shell.moved')} isLive>
          <ButtonLink variant="secondary" to={TRANSFER_PATH}>
            {t('shell.moved.open')}
          </ButtonLink>
        </Notice>
      )}
      <div role="status">
        {count > 0 && <Waiting count={count} isOnline={isOnline} />}
        {count === 0 && !isOnline && (
          <div className="connection__row">
            <Icon name="offline" />
            <p className="connection__words">{t('shell.offline')}</p>
          </div>
        )}
      </div>
      <UpdateNotice script="/service-worker.js" />
    </div>
  );
}
