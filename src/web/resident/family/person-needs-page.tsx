import { VISIT_NEEDS } from '../../../domain/people/visit-need';
import { changePerson } from '../../../offline/store/family-people';
import { useWords } from '../../copy/words';
import { CheckRows } from '../../ui/choice-rows/choice-rows';
import { TextArea } from '../../ui/text-area/text-area';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden';
import { NEED_PARTS, OneNeed } from '../shell/one-need';
import { usePhone } from '../shell/phone-context';
import { useSimpleMode } from '../shell/simple-mode';
import { PersonFormPage } from './person-form-page';
import type { OpenedPerson } from './person-gate';
import { usePersonForm } from './use-person-form';

const PARTS = [...NEED_PARTS, 'needsNote'];

/** `/keluarga/:id/kebutuhan`: what a crew must be ready for. */
export function PersonNeedsPage({ person }: OpenedPerson) {
  const { t } = useWords();
  const { store } = usePhone();
  const path = `/keluarga/${person.id}`;
  const form = usePersonForm(
    'needs',
    person,
    () => PARTS,
    async (typed) => {
      await changePerson(store, typed);
      return path;
    },
  );
  const isSimple = useSimpleMode();
  const { typed, change } = form;
  const { shows, errorOf } = form.parts;
  const heading = t('family.needs');
  return (
    <PersonFormPage form={form} backTo={path} caption={person.name} heading={heading}>
      {isSimple ? (
        <OneNeed shows={shows} needs={typed.needs} onChange={(needs) => change({ needs })} />
      ) : (
        <CheckRows
          id="needs"
          label={<VisuallyHidden>{heading}</VisuallyHidden>}
          choices={VISIT_NEEDS.map((value) => ({ value, label: t(`booking.need.${value}`) }))}
          values={typed.needs}
          onChange={(needs) => change({ needs })}
        />
      )}
      {shows('needsNote') && (
        <TextArea
          id="needsNote"
          label={t('booking.needs.note')}
          hint={t('booking.needs.note.hint')}
          error={errorOf('needsNote')}
          isOptional
          value={typed.needsNote}
          onChange={(needsNote) => change({ needsNote })}
        />
      )}
    </PersonFormPage>
  );
}
