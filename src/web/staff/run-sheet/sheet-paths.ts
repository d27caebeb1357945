import type { BookingId } from '../../../domain/booking/booking';
import { PATHS } from '../shell/paths';

/** Last parts of the addresses of one visit. */
export const STEPS = { arrive: 'sampai', record: 'hasil', giveBack: 'kembalikan', note: 'catatan' } as const;

export const PRINT = 'cetak';

export function visitPath(id: BookingId, step?: (typeof STEPS)[keyof typeof STEPS]): string {
  const path = `${PATHS.runSheet}/${id}`;
  return step === undefined ? path : `${path}/${step}`;
}
