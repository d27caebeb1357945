import type { CDPSession } from '@playwright/test';

/** Returns what wakes the worker as the browser does when there is a connection: at most once per call. */
export async function prepareWake(cdp: CDPSession, origin: string): Promise<() => Promise<void>> {
  const registered = new Promise<string>((resolve) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin));
      if (own) resolve(own.registrationId);
    });
  });
  await cdp.send('ServiceWorker.enable');
  const registrationId = await registered;
  return async () => {
    await cdp.send('ServiceWorker.dispatchSyncEvent', {
      origin,
      registrationId,
      tag: 'mpp-sync',
      lastChance: false,
    });
  };
}
