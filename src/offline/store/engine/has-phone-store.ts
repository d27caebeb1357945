/** The name of the phone's database. */
export const STORE_NAME = 'mpp-mobile';

/**
 * Whether this phone may keep something, told without the code that reads it. A phone that cannot answer (a browser
 * without the list, storage refused) is taken for one that may: opening the store then tells what is wrong.
 */
export async function hasPhoneStore(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === STORE_NAME);
  } catch {
    return true;
  }
}
