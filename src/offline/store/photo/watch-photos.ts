import { liveQuery } from 'dexie';
import type { BookingId } from '../../../domain/booking/booking';
import type { PhoneStore } from '../engine/phone-store';
import type { PhotoRow } from './photo';
import { readWifiOnly } from './ready-photos';

type OnError = (error: unknown) => void;
type Unsubscribe = () => void;

/** Watches the photos of a draft or visit, the earliest first: calls back now and after each change. */
export function watchPhotos(
  store: PhoneStore,
  bookingId: BookingId,
  onValue: (photos: PhotoRow[]) => void,
  onError: OnError,
): Unsubscribe {
  const read = () => store.photos.where('bookingId').equals(bookingId).sortBy('addedAtMs');
  const subscription = liveQuery(read).subscribe(onValue, onError);
  return () => subscription.unsubscribe();
}

/** Watches how many photos the server does not have yet. */
export function watchUnsentPhotos(
  store: PhoneStore,
  onValue: (count: number) => void,
  onError: OnError,
): Unsubscribe {
  const count = () => store.photos.filter(({ status }) => status === 'kept' || status === 'arrived').count();
  const subscription = liveQuery(count).subscribe(onValue, onError);
  return () => subscription.unsubscribe();
}

/** Watches whether photos go over Wi-Fi only. */
export function watchWifiOnly(
  store: PhoneStore,
  onValue: (isWifiOnly: boolean) => void,
  onError: OnError,
): Unsubscribe {
  const subscription = liveQuery(() => readWifiOnly(store)).subscribe(onValue, onError);
  return () => subscription.unsubscribe();
}
