import type { DraftChange } from '../../../offline/store/draft/draft';
import type { FamilyPerson } from '../../../offline/store/family/person';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { useBookFor } from '../shell/phone/use-book-for';
import { SaveFailed } from './save-failed';

type FamilyChoicesProps = { family: readonly FamilyPerson[]; wanted: DraftChange };

/** The family members kept on this phone: one tap starts a request filled in with that person's details. */
export function FamilyChoices({ family, wanted }: FamilyChoicesProps) {
  const { t } = useWords();
  const { bookFor, isStarting, failure } = useBookFor(family);
  if (family.length === 0) return null;
  return (
    <section className="book-visit__group" aria-labelledby="family-choices">
      <h2 id="family-choices">{t('booking.family.title')}</h2>
      <SaveFailed failure={failure} />
      {family.map((person) => (
        <Button
          key={person.id}
          variant="secondary"
          icon={person.recipientIs === 'self' ? 'handset' : 'person'}
          busy={isStarting}
          onClick={() => void bookFor(person, wanted)}
        >
          {person.recipientIs === 'self'
            ? t('booking.family.self', { name: person.name })
            : t('booking.family.for', { name: person.name })}
        </Button>
      ))}
    </section>
  );
}
