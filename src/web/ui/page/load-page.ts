const KEY = 'mpp-reloaded-for-page';

function readGuard(): boolean {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    // Without a place for the guard a reload could repeat for ever, so there is none.
    return true;
  }
}

function setGuard(isSet: boolean): void {
  try {
    if (isSet) sessionStorage.setItem(KEY, '1');
    else sessionStorage.removeItem(KEY);
  } catch {
    // readGuard answers for such a browser.
  }
}

/**
 * Loads the code of a page. After a deploy the old name of its file may be gone: then the app is loaded anew, once.
 * Rejects when that did not help or there is no network; `PageFailed` says so in words.
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
