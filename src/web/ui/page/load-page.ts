const KEY = 'mpp-reloaded-for-page';

function readGuard(): boolean {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    // Without storage for the guard, a reload could repeat endlessly, so the guard counts as set.
    return true;
  }
}

function setGuard(isSet: boolean): void {
  try {
    if (isSet) sessionStorage.setItem(KEY, '1');
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without storage, `readGuard` always returns true.
  }
}

/**
 * Loads the code of a page. After a deploy its old file name may be gone; the app is then reloaded, once.
 * Rejects when that did not help or there is no network; `PageFailed` then says so.
 */
export async function loadPage<T>(load: () => Promise<T>, reload = () => location.reload()): Promise<T> {
  try {
    const page = await load();
    setGuard(false);
    return page;
  } catch (error) {
    if (readGuard() || !navigator.onLine) throw error;
    setGuard(true);
    reload();
    return new Promise(() => {});
  }
}
