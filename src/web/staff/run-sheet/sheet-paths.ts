import type { BookingId } from '../../../domain/booking/booking';
import type { PhotoDigest } from '../../../domain/photo/photo';
import { PATHS } from '../shell/paths';

/** The last path segments of a visit's pages. */
export const STEPS = {
  arrive: 'sampai',
  record: 'hasil',
  giveBack: 'kembalikan',
  note: 'catatan',
  photo: 'ambil-foto',
} as const;

export const PRINT = 'cetak';

export function visitPath(id: BookingId, step?: (typeof STEPS)[keyof typeof STEPS]): string {
  const path = `${PATHS.runSheet}/${id}`;
  return step === undefined ? path : `${path}/${step}`;
}

export function photoPath(id: BookingId, photo: PhotoDigest): string {
  return `${PATHS.runSheet}/${id}/foto/${photo}`;
}
