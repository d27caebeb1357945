import { useEffect, useState } from 'react';
import type { BookingId } from '../../../../domain/booking/booking';
import { type OwnPhoto, watchOwnPhotos } from '../../../../offline/crew/own-photos';
import { useCrewPhone } from '../sheet/crew-phone';

/** The crew's own photos of a visit that the server does not have yet; absent until this phone was asked. */
export function useOwnPhotos(id: BookingId): readonly OwnPhoto[] | undefined {
  const { store } = useCrewPhone();
  const [photos, setPhotos] = useState<readonly OwnPhoto[]>();
  // A store that cannot be read is said by the sheet itself.
  useEffect(() => watchOwnPhotos(store, id, setPhotos, () => setPhotos([])), [store, id]);
  return photos;
}
