import { liveQuery } from 'dexie';
import type { CommandId } from '../../../contract/scalars';
import type { BookingId } from '../../../domain/booking/booking';
import type { Draft } from '../draft/draft';
import { openDrafts } from '../draft/drafts';
import { type FollowState, readFollow } from '../follow/queue-follow';
import { openedDevice } from '../secret/open-key';
import type { Visit } from '../visit/visit';
import { openVisits } from '../visit/visits';
import { waitingCount } from './outbox';
import type { PhoneStore } from './phone-store';
import { watchOpened } from './watch-opened';

type OnError = (error: unknown) => void;
type Unsubscribe = () => void;

/**
 * Watches all drafts, the last changed first: calls back now and after each change, from any tab or the
 * worker.
 */
export function watchDrafts(
  store: PhoneStore,
  onValue: (drafts: Draft[]) => void,
  onError: OnError,
): Unsubscribe {
  const read = () => store.drafts.orderBy('savedAtMs').reverse().toArray();
  return watchSealed(store, read, openDrafts, onValue, onError);
}

/** Watches all visits, the last asked for first. */
export function watchVisits(
  store: PhoneStore,
  onValue: (visits: Visit[]) => void,
  onError: OnError,
): Unsubscribe {
  return watchSealed(store, () => store.bookings.toArray(), openVisits, onValue, onError);
}

/** Watches one visit; `undefined` when this phone has none with that id. */
export function watchVisit(
  store: PhoneStore,
  id: BookingId,
  onValue: (visit: Visit | undefined) => void,
  onError: OnError,
): Unsubscribe {
  const read = async () => {
    const row = await store.bookings.get(id);
    return row === undefined ? [] : [row];
  };
  return watchSealed(store, read, openVisits, ([visit]) => onValue(visit), onError);
}

/** Watches how many commands wait for an answer. */
export function watchWaitingCount(
  store: PhoneStore,
  onValue: (count: number) => void,
  onError: OnError,
): Unsubscribe {
  const subscription = liveQuery(() => waitingCount(store)).subscribe(onValue, onError);
  return () => subscription.unsubscribe();
}

/** Watches whether another phone has replaced this one. */
export function watchTransferred(
  store: PhoneStore,
  onValue: (hasMoved: boolean) => void,
  onError: OnError,
): Unsubscribe {
  const subscription = liveQuery(async () => (await store.meta.get('moved')) !== undefined).subscribe(
    onValue,
    onError,
  );
  return () => subscription.unsubscribe();
}

/** Watches how far a follow request has come. */
export function watchFollow(
  store: PhoneStore,
  id: CommandId,
  onValue: (state: FollowState) => void,
  onError: OnError,
): Unsubscribe {
  const subscription = liveQuery(() => readFollow(store, id)).subscribe(onValue, onError);
  return () => subscription.unsubscribe();
}

/** Watches encrypted rows together with this phone's key, and decrypts them after each read. */
export function watchSealed<Row, Value>(
  store: PhoneStore,
  read: () => Promise<Row[]>,
  open: (key: CryptoKey, rows: readonly Row[]) => Promise<Value[]>,
  onValue: (values: Value[]) => void,
  onError: OnError,
): Unsubscribe {
  const readWithKey = async () => {
    const device = await store.meta.get('device');
    const opened = device?.key === 'device' ? openedDevice(store, device) : undefined;
    return { rows: await read(), key: opened?.cryptoKey };
  };
  return watchOpened(
    readWithKey,
    async ({ rows, key }) => (key === undefined ? [] : open(key, rows)),
    onValue,
    onError,
  );
}
