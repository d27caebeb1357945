import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { DraftChange } from '../../../../offline/store/draft/draft';
import { startDraft } from '../../../../offline/store/draft/drafts';
import { fillFrom } from '../../../../offline/store/family/fill-from-family';
import type { FamilyPerson } from '../../../../offline/store/family/person';
import { usePhone } from './phone-context';

/** The first question that a kept person's details do not answer. */
const FIRST_OPEN_PAGE = 'layanan';

/**
 * Starts a request for a person of this phone with one tap. `wanted`: what the address asks for in addition.
 */
export function useBookFor(family: readonly FamilyPerson[]) {
  const { store, now } = usePhone();
  const navigate = useNavigate();
  const [isStarting, setIsStarting] = useState(false);
  const [failure, setFailure] = useState<{ readonly error: unknown } | undefined>(undefined);
  const bookFor = async (person: FamilyPerson, wanted: DraftChange = {}) => {
    setIsStarting(true);
    try {
      const change = { ...wanted, ...fillFrom(person, family), page: FIRST_OPEN_PAGE };
      const draft = await startDraft(store, now(), change);
      await navigate(`/ajukan/${draft.id}/${FIRST_OPEN_PAGE}`);
    } catch (error) {
      setFailure({ error });
      setIsStarting(false);
    }
  };
  return { bookFor, isStarting, failure };
}
