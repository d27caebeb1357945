import { changePerson } from '../../../offline/store/family/people';
import { useWords } from '../../copy/words';
import { usePhone } from '../shell/phone/phone-context';
import { DetailsFields, detailParts } from './details-fields';
import { PersonFormPage } from './person-form-page';
import type { OpenedPerson } from './person-gate';
import { usePersonForm } from './use-person-form';

/** `/keluarga/:id/data`: changes name and year of birth, and how to reach the owner. */
export function PersonDetailsPage({ person, isRemoved }: OpenedPerson) {
  const { t } = useWords();
  const { store } = usePhone();
  const path = `/keluarga/${person.id}`;
  const form = usePersonForm('details', person, detailParts, async (typed) => {
    await changePerson(store, person, typed);
    return path;
  });
  return (
    <PersonFormPage
      form={form}
      isRemoved={isRemoved}
      backTo={path}
      caption={person.name}
      heading={t('family.details')}
    >
      <DetailsFields form={form} />
    </PersonFormPage>
  );
}
