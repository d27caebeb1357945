import { changePerson } from '../../../offline/store/family/people';
import { useWords } from '../../copy/words';
import { NEED_PARTS, NeedsFields } from '../shell/form/needs-fields';
import { usePhone } from '../shell/phone/phone-context';
import { PersonFormPage } from './person-form-page';
import type { OpenedPerson } from './person-gate';
import { usePersonForm } from './use-person-form';

const partsOf = () => NEED_PARTS;

/** `/keluarga/:id/kebutuhan`: changes the needs that a crew must be ready for. */
export function PersonNeedsPage({ person, isRemoved }: OpenedPerson) {
  const { t } = useWords();
  const { store } = usePhone();
  const path = `/keluarga/${person.id}`;
  const form = usePersonForm('needs', person, partsOf, async (typed) => {
    await changePerson(store, person, typed);
    return path;
  });
  const { shows, errorOf } = form.parts;
  const heading = t('family.needs');
  return (
    <PersonFormPage form={form} isRemoved={isRemoved} backTo={path} caption={person.name} heading={heading}>
      <NeedsFields
        heading={heading}
        typed={form.typed}
        change={form.change}
        shows={shows}
        errorOf={errorOf}
      />
    </PersonFormPage>
  );
}
