import { readKeepState, setKeepState } from '../keep-status/keep-state';

/** Activates the waiting version, then reloads the app. */
export type TakeUpdate = () => void;

/** How long an app whose files did not come waits for a connection before it tries again by itself. */
const TRY_AGAIN_MS = 60_000;

/** Says at once whether an earlier visit left what the app needs without a connection. */
export function readWhatIsKept(script: string): void {
  if (!import.meta.env.PROD) return;
  if (!('serviceWorker' in navigator)) {
    setKeepState('never');
    return;
  }
  const { controller } = navigator.serviceWorker;
  const isKept = controller !== null && new URL(controller.scriptURL).pathname === script;
  setKeepState(isKept ? 'kept' : 'preparing');
}

/**
 * Registers an app's service worker, and calls `onReady` when a new version waits. Only `TakeUpdate`
 * activates it, after a press, so that nothing changes while somebody is typing. Where the connection breaks
 * off before a first version has all its files, it goes on with them once there is one.
 */
export async function watchUpdate(script: string, onReady: (take: TakeUpdate) => void): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { Workbox } = await import('workbox-window');
  const register = async () => {
    const workbox = new Workbox(script);
    workbox.addEventListener('waiting', () => {
      onReady(() => {
        workbox.addEventListener('controlling', () => location.reload());
        workbox.messageSkipWaiting();
      });
    });
    workbox.addEventListener('activated', () => setKeepState('ready'));
    workbox.addEventListener('redundant', () => waitForConnection(register));
    try {
      const registration = await workbox.register();
      // Another tab, or a visit that was closed meanwhile, may have brought the files.
      if (registration?.active && readKeepState() !== 'kept') setKeepState('ready');
    } catch (error) {
      // A browser that refuses every worker (private windows) says so by another error than a network does.
      if (error instanceof TypeError) waitForConnection(register);
      else setKeepState('never');
    }
  };
  await register();
}

/** Calls `register` when there is a connection again, unless what the app needs is there already. */
function waitForConnection(register: () => Promise<void>): void {
  if (readKeepState() === 'kept' || readKeepState() === 'ready') return;
  setKeepState('waiting');
  const again = () => {
    removeEventListener('online', again);
    clearTimeout(timer);
    setKeepState('preparing');
    void register();
  };
  addEventListener('online', again);
  const timer = setTimeout(again, TRY_AGAIN_MS);
}
