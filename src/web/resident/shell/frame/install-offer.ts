/** The browser's own offer to put the app on the home screen; not in the DOM's types, as it is Chromium's alone. */
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

/** Keeps the browser's offer for a sensible time instead of its own moment. Call once, before anything is drawn. */
export function catchInstallOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    if (isInstallEvent(event)) setOffer(event);
  });
  window.addEventListener('appinstalled', () => setOffer(undefined));
}

/** Tells when there is something else to offer. */
export function watchInstallOffer(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

/** Whether the app can be installed now and was not put off before. */
export function hasInstallOffer(): boolean {
  try {
    return offer !== undefined && localStorage.getItem(KEY) === null;
  } catch {
    return false;
  }
}

/** Shows the browser's question; it can be asked once. */
export function acceptInstallOffer(): void {
  void offer?.prompt();
  setOffer(undefined);
}

/** Does not offer again on this phone. */
export function putOffInstall(): void {
  try {
    localStorage.setItem(KEY, '1');
  } catch {
    // hasInstallOffer answers no for such a browser.
  }
  setOffer(undefined);
}
