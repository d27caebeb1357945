import type { PhoneStore } from '../../../../offline/store/engine/phone-store';
import { lockNow } from '../../../../offline/store/pin/pin-lock';
import { readLockAfter } from '../../../../offline/store/pin/watch-lock';

const MS_PER_MINUTE = 60_000;
/** What is being typed is written when the page is hidden: it needs the key for a moment longer. */
const LAST_WRITING_MS = 1_000;

/**
 * Closes a phone with a PIN once its page was out of sight for as long as the person chose. A hidden page's timers may be
 * stopped, so the time is looked at again when it is seen.
 */
export function lockWhenHidden(store: PhoneStore): void {
  let hiddenAtMs: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waitMs = async () => Math.max((await readLockAfter(store)) * MS_PER_MINUTE, LAST_WRITING_MS);
  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    const isHidden = document.visibilityState === 'hidden';
    const sinceMs = hiddenAtMs;
    hiddenAtMs = isHidden ? Date.now() : undefined;
    void waitMs()
      .then((limitMs) => {
        if (sinceMs !== undefined && Date.now() - sinceMs >= limitMs) lockNow(store);
        if (hiddenAtMs !== undefined) timer = setTimeout(() => lockNow(store), limitMs);
      })
      // A store that cannot be read shows nothing that had to be closed.
      .catch(() => undefined);
  });
}
