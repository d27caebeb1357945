import './keep-status.css';
import { useSyncExternalStore } from 'react';
import { useWords } from '../../copy/words';
import { Icon } from '../icon/icon';
import { isInsecure } from '../secure-address/insecure-notice';
import { type KeepState, readKeepState, watchKeepState } from './keep-state';

/** Says whether this app opens without a connection, in the one line that `KeepLine` draws. */
export function KeepStatus() {
  const state = useSyncExternalStore(watchKeepState, readKeepState, () => undefined);
  // At an http address another notice says why nothing is kept.
  return <KeepLine state={isInsecure() ? undefined : state} />;
}

/**
 * One quiet line. Criteria: it has its room before it has its words, so that nothing moves when they come; a
 * screen reader announces a change, and not what was so from the beginning.
 */
export function KeepLine({ state }: { state: KeepState }) {
  const { t } = useWords();
  const isReady = state === 'kept' || state === 'ready';
  return (
    <p className="keep-status">
      {state !== undefined && (
        <>
          <Icon name={isReady ? 'check' : state === 'preparing' ? 'download' : 'offline'} />
          <span role={state === 'kept' ? undefined : 'status'}>
            {t(`ui.keep.${state === 'kept' ? 'ready' : state}`)}
          </span>
        </>
      )}
    </p>
  );
}
