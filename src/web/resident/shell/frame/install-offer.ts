/**
 * The browser's offer to install the app on the home screen; only Chromium has it, so the DOM types lack it.
 */
type InstallEvent = Event & { prompt: () => Promise<unknown> };

const KEY = 'mpp-install-later';
let offer: InstallEvent | undefined;
const listeners = new Set<() => void>();

function isInstallEvent(event: Event): event is InstallEvent {
  return 'prompt' in event && typeof event.prompt === 'function';
}

function setOffer(next: InstallEvent | undefined): void {
  offer = next;
  for (const tell of listeners) tell();
}

/** Holds the browser's offer back for a better moment. Call once, before anything is drawn. */
export function catchInstallOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    if (isInstallEvent(event)) setOffer(event);
  });
  window.addEventListener('appinstalled', () => setOffer(undefined));
}

/** Calls `onChange` when the offer comes or goes. */
export function watchInstallOffer(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

/** Whether the app can be installed now and the resident has not put it off. */
export function hasInstallOffer(): boolean {
  try {
    return offer !== undefined && localStorage.getItem(KEY) === null;
  } catch {
    return false;
  }
}

/** Shows the browser's question, which works only once. */
export function acceptInstallOffer(): void {
  void offer?.prompt();
  setOffer(undefined);
}

/** Stops offering on this phone. */
export function putOffInstall(): void {
  try {
    localStorage.setItem(KEY, '1');
  } catch {
    // Without storage, `hasInstallOffer` always returns false.
  }
  setOffer(undefined);
}
