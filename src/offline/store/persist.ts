/** Asks the browser to keep this phone's data when space runs short. It may refuse; nothing depends on it. */
export async function askToPersist(): Promise<'persisted' | 'not-persisted' | 'unsupported'> {
  const storage = globalThis.navigator?.storage;
  if (storage?.persist === undefined) return 'unsupported';
  return (await storage.persist().catch(() => false)) ? 'persisted' : 'not-persisted';
}
