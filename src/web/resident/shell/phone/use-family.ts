import { watchFamily } from '../../../../offline/store/family/people';
import type { FamilyPerson } from '../../../../offline/store/family/person';
import { usePhone } from './phone-context';
import { useWatched, type Watched } from './use-watched';

/** Returns the people kept on this phone, the owner first, as they change. */
export function useFamily(): Watched<readonly FamilyPerson[]> {
  const { store } = usePhone();
  return useWatched<readonly FamilyPerson[]>(
    (onValue, onError) => watchFamily(store, onValue, onError),
    [store],
  );
}
