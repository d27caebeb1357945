/** The name by which browser and worker know a waiting send. */
export const BACKGROUND_SYNC_TAG = 'mpp-sync';

type WithSync = { readonly sync: { readonly register: (tag: string) => Promise<void> } };

/**
 * Asks the browser to wake the worker once there is a connection, if it can. A bonus that nothing relies on.
 */
export async function askBackgroundSync(): Promise<void> {
  try {
    const registration = await globalThis.navigator?.serviceWorker?.getRegistration();
    if (registration !== undefined && hasSync(registration)) {
      await registration.sync.register(BACKGROUND_SYNC_TAG);
    }
  } catch {
    // Not allowed here (private window, setting): the page still wakes the sender.
  }
}

function hasSync(registration: object): registration is WithSync {
  return 'sync' in registration;
}
