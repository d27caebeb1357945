import { useWords } from '../../../copy/words';
import { CheckRows } from '../../../ui/choice-rows/choice-rows';
import { SelectField } from '../../../ui/select-field/select-field';
import { DraftArea, DraftNumber, DraftText } from '../draft/draft-fields';
import { Group } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import type { ServicePartProps } from './blank-service';

const PRESENT = ['yes', 'no', 'to-confirm'] as const;

/** Edits the names, the minutes, and what a visit for the service needs. */
export function ServiceFacts({ service, onChange, path }: ServicePartProps) {
  const { t } = useWords();
  const { programmes = [] } = useSetUp().config.settings;
  const text = (key: 'name' | 'shortName' | 'agency') => ({
    path: `${path}.${key}`,
    label: t(`set-up.service.${key}`),
    value: service[key],
    onChange: (value: string) => onChange({ ...service, [key]: value }),
  });
  return (
    <Group title={t('set-up.service.facts')}>
      <DraftText {...text('name')} />
      <DraftText {...text('shortName')} />
      <DraftText {...text('agency')} />
      <SelectField
        id={`${path}.programme`}
        label={t('set-up.service.programme')}
        choices={programmesWith(service.programme, programmes).map(({ id, name }) => ({
          value: id,
          label: name,
        }))}
        value={service.programme}
        onChange={(programme) => onChange({ ...service, programme })}
      />
      <DraftNumber
        path={`${path}.minutes`}
        label={t('set-up.service.minutes')}
        value={service.minutes}
        onChange={(minutes) => onChange({ ...service, minutes })}
      />
      <SelectField
        id={`${path}.present`}
        label={t('set-up.service.present')}
        choices={PRESENT.map((value) => ({ value, label: t(`set-up.service.present.${value}`) }))}
        value={service.present}
        onChange={(present) => onChange({ ...service, present })}
      />
      <DraftArea
        path={`${path}.summary`}
        label={t('set-up.service.summary')}
        value={service.summary}
        onChange={(summary) => onChange({ ...service, summary })}
      />
      <CheckRows
        id={`${path}.equipment`}
        label={t('set-up.service.needs')}
        choices={[
          { value: 'biometric', label: t('set-up.equipment.biometric') },
          { value: 'phone', label: t('set-up.service.ownPhone') },
        ]}
        values={[...service.equipment, ...(service.ownPhone ? (['phone'] as const) : [])]}
        onChange={(values) =>
          onChange({
            ...service,
            equipment: values.includes('biometric') ? ['biometric'] : [],
            ownPhone: values.includes('phone'),
          })
        }
      />
    </Group>
  );
}

type Named = { readonly id: string; readonly name: string };

/**
 * Returns the programmes, with a removed one that is still chosen by its id, because nothing else is known of
 * it.
 */
function programmesWith(id: string, programmes: readonly Named[]): readonly Named[] {
  return programmes.some((one) => one.id === id) ? programmes : [{ id, name: id }, ...programmes];
}
