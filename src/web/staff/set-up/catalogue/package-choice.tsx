import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { SelectField } from '../../../ui/select-field/select-field';
import { DraftArea, DraftText } from '../draft/draft-fields';
import { ItemList } from '../draft/item-list';
import { withText } from '../draft/lists';
import { Group } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import type { PackageDraft } from './package-minutes';

type PackageChoiceProps = { path: string; pkg: PackageDraft; onChange: (pkg: PackageDraft) => void };
type ChoiceDraft = NonNullable<PackageDraft['choice']>;

/**
 * Edits the question of a package whose answer adds one of several services, such as a first card or a
 * replacement.
 */
export function PackageChoice({ path, pkg, onChange }: PackageChoiceProps) {
  const { t } = useWords();
  const { config } = useSetUp();
  const { services } = config.catalogue;
  const { choice } = pkg;
  // A service that is always done cannot be an answer.
  const free = services.find(({ id }) => !pkg.services.includes(id))?.id ?? '';
  const option = () => ({ label: '', service: free });
  const change = (next: ChoiceDraft) => onChange({ ...pkg, choice: next });
  if (choice === undefined)
    return (
      <Group title={t('set-up.package.choice')} hint={t('set-up.package.choice.hint')}>
        <div className="set-up-wide">
          <Button
            variant="quiet"
            icon="plus"
            onClick={() => change({ text: '', options: [option(), option()] })}
          >
            {t('set-up.package.choice.add')}
          </Button>
        </div>
      </Group>
    );
  return (
    <Group title={t('set-up.package.choice')} hint={t('set-up.package.choice.hint')}>
      <div className="set-up-wide">
        <DraftArea
          path={`${path}.choice.text`}
          label={t('set-up.question.text')}
          value={choice.text}
          onChange={(text) => change({ ...choice, text })}
        />
      </div>
      <div className="set-up-wide">
        <ItemList
          path={`${path}.choice.options`}
          label={t('set-up.package.options')}
          items={choice.options}
          onChange={(options) => change({ ...choice, options })}
          nameOf={({ label }, place) => (label === '' ? String(place + 1) : label)}
          addWords={t('set-up.package.option.add')}
          newItem={option}
        >
          {(one, changeOption, optionPath) => (
            <>
              <DraftText
                path={`${optionPath}.label`}
                label={t('set-up.package.option.label')}
                value={one.label}
                onChange={(label) => changeOption({ ...one, label })}
              />
              <SelectField
                id={`${optionPath}.service`}
                label={t('set-up.package.option.service')}
                choices={services.map(({ id, name }) => ({ value: id, label: name }))}
                value={one.service}
                onChange={(service) => changeOption({ ...one, service })}
              />
            </>
          )}
        </ItemList>
      </div>
      <div className="set-up-wide">
        <Button variant="quiet" icon="trash" onClick={() => onChange(withText(pkg, 'choice', ''))}>
          {t('set-up.package.choice.remove')}
        </Button>
      </div>
    </Group>
  );
}
