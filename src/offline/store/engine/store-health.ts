import type { Dexie } from 'dexie';
import type { StoreTrouble } from './store-trouble';

type Health = {
  wasOpen: boolean;
  trouble: StoreTrouble | undefined;
  readonly watchers: Set<(trouble: StoreTrouble | undefined) => void>;
};

const healths = new WeakMap<Dexie, Health>();

/** Calls back with what is wrong with a database, now and after each change; `undefined` while it works. */
export function watchTrouble(
  store: Dexie,
  onTrouble: (trouble: StoreTrouble | undefined) => void,
): () => void {
  const { watchers, trouble } = healthOf(store);
  watchers.add(onTrouble);
  onTrouble(trouble);
  return () => watchers.delete(onTrouble);
}

/** Whether this page has had the database open. */
export function hasBeenOpen(store: Dexie): boolean {
  return healthOf(store).wasOpen;
}

/** Records that the database was opened. */
export function noteOpened(store: Dexie): void {
  healthOf(store).wasOpen = true;
}

/** Records why a use of the database failed. An error of the app's own code is no trouble of the database. */
export function noteTrouble(store: Dexie, trouble: StoreTrouble): void {
  if (trouble !== 'unknown') change(store, trouble);
}

/** Records that a use succeeded. A phone that is full can still read. */
export function noteWorking(store: Dexie, isWrite: boolean): void {
  if (isWrite || healthOf(store).trouble !== 'full') change(store, undefined);
}

function change(store: Dexie, trouble: StoreTrouble | undefined): void {
  const health = healthOf(store);
  if (health.trouble === trouble) return;
  health.trouble = trouble;
  for (const tell of health.watchers) tell(trouble);
}

function healthOf(store: Dexie): Health {
  const known = healths.get(store);
  if (known !== undefined) return known;
  const made: Health = { wasOpen: false, trouble: undefined, watchers: new Set() };
  healths.set(store, made);
  return made;
}
