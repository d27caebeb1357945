/** Takes a new version that waits, then loads the app anew. */
export type TakeUpdate = () => void;

/**
 * Registers an app's service worker, and tells when a new version waits. It is taken only by `TakeUpdate`, on a person's
 * press: never by itself, so that nothing changes under someone who is typing.
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
  // Some browsers refuse a service worker (private windows); the app then works while it is open.
  await workbox.register().catch(() => undefined);
}
