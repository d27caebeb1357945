import { RELATIONSHIPS } from '../../../domain/people/relationship';
import { addPerson } from '../../../offline/store/family/people';
import { EMPTY_PERSON, type FamilyPerson, type PersonDetails } from '../../../offline/store/family/person';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { RadioRows } from '../../ui/choice-rows/choice-rows';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { usePhone } from '../shell/phone/phone-context';
import { useFamily } from '../shell/phone/use-family';
import { DetailsFields, detailParts } from './details-fields';
import { PersonFormPage } from './person-form-page';
import { usePersonForm } from './use-person-form';

const addParts = (typed: PersonDetails) => ['recipientIs', ...detailParts(typed)];

/** `/keluarga/tambah`: asks who the person is. Needs and address come after the person is kept. */
export function AddPersonPage() {
  const { t } = useWords();
  const { value: family, error } = useFamily();
  if (family !== undefined) return <AddPersonForm family={family} />;
  return (
    <Page back={<BackLink to="/keluarga" />}>
      {error === undefined ? <Skeleton rows={3} /> : <Notice kind="problem">{t('family.unreadable')}</Notice>}
    </Page>
  );
}

function AddPersonForm({ family }: { family: readonly FamilyPerson[] }) {
  const { t } = useWords();
  const { store, now } = usePhone();
  const first: PersonDetails = { ...EMPTY_PERSON, recipientIs: 'parent' };
  const form = usePersonForm('details', first, addParts, async (typed) => {
    return `/keluarga/${await addPerson(store, typed, now())}`;
  });
  // A phone has one owner.
  const hasOwner = family.some(({ recipientIs }) => recipientIs === 'self');
  const choices = RELATIONSHIPS.filter((value) => value !== 'self' || !hasOwner);
  return (
    <PersonFormPage form={form} backTo="/keluarga" heading={t('family.add')}>
      {form.parts.shows('recipientIs') && (
        <RadioRows
          id="recipientIs"
          label={t('family.who')}
          choices={choices.map((value) => ({ value, label: t(`booking.forWhom.${value}`) }))}
          value={form.typed.recipientIs}
          onChange={(recipientIs) => form.change({ recipientIs })}
        />
      )}
      <DetailsFields form={form} />
    </PersonFormPage>
  );
}
