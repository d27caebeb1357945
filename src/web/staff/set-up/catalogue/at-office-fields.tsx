import { useWords } from '../../../copy/words';
import { SelectField } from '../../../ui/select-field/select-field';
import type { CatalogueDraft } from '../draft/config-draft';
import { DraftText } from '../draft/draft-fields';
import { withText } from '../draft/lists';
import { Group } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';

type Entry = CatalogueDraft['services'][number] | CatalogueDraft['referrals'][number];

type AtOfficeFieldsProps<Item extends Entry> = {
  entry: Item;
  onChange: (entry: Item) => void;
  /** Its path in the configuration. */
  path: string;
};

/** Asks whether a service is also offered at the counters of the MPP: yes, no, or not known yet. */
export function AtOfficeFields<Item extends Entry>({ entry, onChange, path }: AtOfficeFieldsProps<Item>) {
  const { t } = useWords();
  const { office } = useSetUp().config.settings;
  const { atOffice, ...others } = entry;
  const say = (value: 'open' | 'yes' | 'no') => {
    // Not known: the member is left out.
    if (value === 'open') onChange(others as Item);
    else onChange({ ...entry, atOffice: { ...atOffice, is: value === 'yes' } });
  };
  return (
    <Group title={t('set-up.atOffice', { office: office?.name ?? t('set-up.atOffice.office') })}>
      <SelectField
        id={`${path}.atOffice.is`}
        label={t('set-up.atOffice.is')}
        choices={(['open', 'yes', 'no'] as const).map((value) => ({
          value,
          label: t(`set-up.atOffice.${value}`),
        }))}
        value={atOffice === undefined ? 'open' : atOffice.is ? 'yes' : 'no'}
        onChange={say}
      />
      {atOffice?.is === true && (
        <DraftText
          path={`${path}.atOffice.note`}
          label={t('set-up.atOffice.note')}
          hint={t('set-up.atOffice.note.hint')}
          isOptional
          value={atOffice.note ?? ''}
          onChange={(note) => onChange({ ...entry, atOffice: withText(atOffice, 'note', note) })}
        />
      )}
    </Group>
  );
}
