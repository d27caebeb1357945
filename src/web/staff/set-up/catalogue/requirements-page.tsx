import { useWords } from '../../../copy/words';
import { SelectField } from '../../../ui/select-field/select-field';
import { PATHS } from '../../shell/paths';
import type { CatalogueDraft } from '../draft/config-draft';
import { DraftArea, DraftText } from '../draft/draft-fields';
import { ItemList } from '../draft/item-list';
import { newId, withText } from '../draft/lists';
import { SectionPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';

type RequirementDraft = CatalogueDraft['requirements'][number];

const KINDS = ['form', 'original', 'copy'] as const;

/** Edits the requirements that services ask for: one name each, wherever they are asked for. */
export function RequirementsPage() {
  const { t } = useWords();
  const { config, changeCatalogue } = useSetUp();
  const { requirements } = config.catalogue;
  return (
    <SectionPage section="services" title={t('set-up.requirements')} back={`${PATHS.setUp}/layanan`}>
      <ItemList
        path="catalogue.requirements"
        label={t('set-up.requirements')}
        items={requirements}
        onChange={(next) => changeCatalogue({ requirements: next })}
        nameOf={({ name }) => name}
        addWords={t('set-up.requirements.add')}
        newItem={(): RequirementDraft => ({ id: newId('syarat'), name: '', kind: 'original' })}
      >
        {(requirement, change, path) => (
          <>
            <DraftText
              path={`${path}.name`}
              label={t('set-up.requirements.name')}
              value={requirement.name}
              onChange={(name) => change({ ...requirement, name })}
            />
            <SelectField
              id={`${path}.kind`}
              label={t('set-up.requirements.kind')}
              choices={KINDS.map((value) => ({ value, label: t(`set-up.requirements.kind.${value}`) }))}
              value={requirement.kind}
              onChange={(kind) => change({ ...requirement, kind })}
            />
            <DraftArea
              path={`${path}.note`}
              label={t('set-up.requirements.note')}
              isOptional
              value={requirement.note ?? ''}
              onChange={(note) => change(withText(requirement, 'note', note))}
            />
          </>
        )}
      </ItemList>
    </SectionPage>
  );
}
