/** Chromium's own, in no type library: the browser wakes the service worker once there is a connection. */
type SyncManager = { readonly register: (tag: string) => Promise<void> };

function isSyncManager(value: unknown): value is SyncManager {
  return typeof value === 'object' && value !== null && 'register' in value;
}

/** Asks the browser to send later, even with the app closed. A bonus: the app sends by itself while it is open. */
export async function askToSendLater(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.ready;
  const manager: unknown = Reflect.get(registration, 'sync');
  // A person can forbid it; nothing is lost then.
  if (isSyncManager(manager)) await manager.register('mpp-sync').catch(() => undefined);
}
