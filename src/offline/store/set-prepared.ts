import type { BookingId } from '../../domain/booking/booking';
import type { RequirementId } from '../../domain/catalogue/service';
import { changeSealed } from './change-sealed';
import type { PhoneStore } from './phone-store';

/** Keeps which papers of a visit lie ready. */
export async function setPrepared(
  store: PhoneStore,
  id: BookingId,
  prepared: readonly RequirementId[],
): Promise<void> {
  await changeSealed(store, id, (own) => ({ ...own, request: { ...own.request, prepared } }));
}
