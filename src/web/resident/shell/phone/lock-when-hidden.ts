import type { PhoneStore } from '../../../../offline/store/engine/phone-store';
import { lockNow } from '../../../../offline/store/pin/pin-lock';
import { readLockAfter } from '../../../../offline/store/pin/watch-lock';

const MS_PER_MINUTE = 60_000;
/**
 * The shortest time between hiding the page and locking, in milliseconds: hiding writes what is being typed,
 * which needs the key.
 */
const LAST_WRITING_MS = 1_000;

/**
 * Locks a phone with a PIN once its page has been hidden for the time that the resident chose. A browser may
 * stop a hidden page's timers, so the time is checked again when the page becomes visible. `now`: Unix
 * milliseconds.
 */
export function lockWhenHidden(store: PhoneStore, now: () => number): void {
  let hiddenAtMs: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waitMs = async () => Math.max((await readLockAfter(store)) * MS_PER_MINUTE, LAST_WRITING_MS);
  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    const isHidden = document.visibilityState === 'hidden';
    const sinceMs = hiddenAtMs;
    hiddenAtMs = isHidden ? now() : undefined;
    void waitMs()
      .then((limitMs) => {
        if (sinceMs !== undefined && now() - sinceMs >= limitMs) lockNow(store);
        if (hiddenAtMs !== undefined) timer = setTimeout(() => lockNow(store), limitMs);
      })
      // A store that cannot be read shows nothing to hide.
      .catch(() => undefined);
  });
}
