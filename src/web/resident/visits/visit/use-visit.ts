import { useParams } from 'react-router-dom';
import type { BookingId } from '../../../../domain/booking/booking';
import { watchVisit } from '../../../../offline/store/engine/watch';
import type { Visit } from '../../../../offline/store/visit/visit';
import { usePhone } from '../../shell/phone/phone-context';
import { useWatched } from '../../shell/phone/use-watched';

/**
 * `found` is undefined until the phone has answered; then it holds the visit, or undefined where there is
 * none.
 */
export type VisitRead = {
  readonly found: { readonly visit: Visit | undefined } | undefined;
  readonly error?: unknown;
};

/** Returns the visit that the address names, as it changes. */
export function useVisit(): VisitRead {
  const { store } = usePhone();
  const id = (useParams().id ?? '') as BookingId;
  const { value, error } = useWatched<{ readonly visit: Visit | undefined }>(
    (onValue, onError) => watchVisit(store, id, (visit) => onValue({ visit }), onError),
    [store, id],
  );
  return { found: value, error };
}
