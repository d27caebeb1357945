import { useEffect, useState } from 'react';
import type { PhotoRow } from '../../../offline/store/photo/photo';
import { readPhotoBytes } from '../../../offline/store/photo/photos';
import { usePhone } from '../shell/phone/phone-context';

/** Returns an object URL of a photo while this phone has it: sent ones too, until it needs the room. */
export function usePhotoUrl(photo: PhotoRow | undefined): string | undefined {
  const { store } = usePhone();
  const [url, setUrl] = useState<string | undefined>(undefined);
  const id = photo?.id;
  useEffect(() => {
    if (id === undefined) return;
    let made: string | undefined;
    let isShown = true;
    readPhotoBytes(store, id).then(
      (bytes) => {
        if (!isShown || bytes === undefined) return;
        made = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
        setUrl(made);
      },
      // A picture that cannot be read is shown like a dropped one, beside its state.
      () => {},
    );
    return () => {
      isShown = false;
      if (made !== undefined) URL.revokeObjectURL(made);
      setUrl(undefined);
    };
  }, [store, id]);
  return url;
}
