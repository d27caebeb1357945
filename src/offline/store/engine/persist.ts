/** Asks the browser not to remove this phone's data when space is short. Safe to call again. */
export async function askToPersist(): Promise<'persisted' | 'not-persisted' | 'unsupported'> {
  const storage = globalThis.navigator?.storage;
  if (typeof storage?.persist !== 'function') return 'unsupported';
  return (await storage.persist()) ? 'persisted' : 'not-persisted';
}
