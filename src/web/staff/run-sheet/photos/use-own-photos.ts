import { useEffect, useState } from 'react';
import type { BookingId } from '../../../../domain/booking/booking';
import { type OwnPhoto, watchOwnPhotos } from '../../../../offline/crew/own-photos';
import { useCrewPhone } from '../sheet/crew-phone';

/**
 * Returns the crew's own photos of a visit that the server does not have yet; undefined until this phone has
 * answered.
 */
export function useOwnPhotos(id: BookingId): readonly OwnPhoto[] | undefined {
  const { store } = useCrewPhone();
  const [photos, setPhotos] = useState<readonly OwnPhoto[]>();
  // The sheet itself says when the store cannot be read.
  useEffect(() => watchOwnPhotos(store, id, setPhotos, () => setPhotos([])), [store, id]);
  return photos;
}
