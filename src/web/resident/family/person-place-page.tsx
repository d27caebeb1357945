import { changePerson } from '../../../offline/store/family/people';
import { useWords } from '../../copy/words';
import { PLACE_PARTS, PlaceFields } from '../shell/form/place-fields';
import { usePhone } from '../shell/phone/phone-context';
import { PersonFormPage } from './person-form-page';
import type { OpenedPerson } from './person-gate';
import { usePersonForm } from './use-person-form';

const partsOf = () => PLACE_PARTS;

/** `/keluarga/:id/alamat`: changes the address where a crew finds this person. */
export function PersonPlacePage({ person, isRemoved }: OpenedPerson) {
  const { t } = useWords();
  const { store } = usePhone();
  const path = `/keluarga/${person.id}`;
  const form = usePersonForm('place', person, partsOf, async (typed) => {
    await changePerson(store, person, typed);
    return path;
  });
  const { shows, errorOf } = form.parts;
  return (
    <PersonFormPage
      form={form}
      isRemoved={isRemoved}
      backTo={path}
      caption={person.name}
      heading={t('family.place')}
    >
      <PlaceFields place={form.typed} change={form.change} shows={shows} errorOf={errorOf} />
    </PersonFormPage>
  );
}
