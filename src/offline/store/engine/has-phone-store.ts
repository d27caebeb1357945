export const STORE_NAME = 'mpp-mobile';

/**
 * Whether this phone may have kept something, answered without loading the code that reads it. A phone that
 * cannot answer (a browser without the list of databases, storage refused) counts as one that may: opening
 * the store then shows what is wrong.
 */
export async function hasPhoneStore(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === STORE_NAME);
  } catch {
    return true;
  }
}
