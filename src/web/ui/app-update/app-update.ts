/** Activates the waiting version, then reloads the app. */
export type TakeUpdate = () => void;

/**
 * Registers an app's service worker, and calls `onReady` when a new version waits. Only `TakeUpdate`
 * activates it, after a press, so that nothing changes while somebody is typing.
 */
export async function watchUpdate(script: string, onReady: (take: TakeUpdate) => void): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox(script);
  workbox.addEventListener('waiting', () => {
    onReady(() => {
      workbox.addEventListener('controlling', () => location.reload());
      workbox.messageSkipWaiting();
    });
  });
  // Some browsers refuse a service worker (private windows); the app then works only while it is open.
  await workbox.register().catch(() => undefined);
}
