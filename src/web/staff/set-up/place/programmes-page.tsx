import { useWords } from '../../../copy/words';
import { CheckRows } from '../../../ui/choice-rows/choice-rows';
import { LinkRows } from '../../../ui/link-rows/link-rows';
import { SelectField } from '../../../ui/select-field/select-field';
import { PATHS } from '../../shell/paths';
import type { SettingsDraft } from '../draft/config-draft';
import { DraftArea, DraftText } from '../draft/draft-fields';
import { ItemList } from '../draft/item-list';
import { newId, withText } from '../draft/lists';
import { SectionPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { settingAt } from '../draft/setting-at';
import { programmesOfUnit, withoutProgramme } from './unit-programmes';

type ProgrammeDraft = NonNullable<SettingsDraft['programmes']>[number];

/**
 * Edits the programmes that bring services to homes: what is said about each, what its page asks for, and
 * which units it has.
 */
export function ProgrammesPage() {
  const { t } = useWords();
  const { config, changeSettings } = useSetUp();
  const { settings } = config;
  const { programmes = [] } = settings;
  return (
    <SectionPage section="programmes">
      <ItemList
        path={settingAt('programmes')}
        label={t('set-up.section.programmes')}
        items={programmes}
        onChange={(next) => changeSettings({ programmes: next })}
        onRemove={({ id }) => changeSettings(withoutProgramme(settings, id))}
        nameOf={({ name }) => name}
        addWords={t('set-up.programmes.add')}
        newItem={(): ProgrammeDraft => ({ id: newId('program'), name: '', summary: '' })}
      >
        {(programme, change, path) => <ProgrammeFields {...{ programme, change, path }} />}
      </ItemList>
      <p className="set-up-soft">{t('set-up.programmes.removed')}</p>
      <LinkRows
        rows={[
          { to: `${PATHS.setUp}/unit`, title: t('set-up.programmes.toUnits'), icon: 'van' },
          { to: `${PATHS.setUp}/jadwal`, title: t('set-up.programmes.toRota'), icon: 'pin' },
        ]}
      />
    </SectionPage>
  );
}

type ProgrammeFieldsProps = {
  programme: ProgrammeDraft;
  change: (programme: ProgrammeDraft) => void;
  path: string;
};

function ProgrammeFields({ programme, change, path }: ProgrammeFieldsProps) {
  const { t } = useWords();
  const { settings, catalogue } = useSetUp().config;
  const { id, isOnHome: _, ...offHome } = programme;
  const services = catalogue.services.filter((service) => service.programme === id);
  const units = settings.units.filter((unit) =>
    programmesOfUnit(unit, settings.programmes ?? []).includes(id),
  );
  const listOf = (names: readonly string[]) => (names.length === 0 ? t('set-up.none') : names.join(', '));
  return (
    <>
      <DraftText
        path={`${path}.name`}
        label={t('set-up.programmes.name')}
        value={programme.name}
        onChange={(name) => change({ ...programme, name })}
      />
      <SelectField
        id={`${path}.first`}
        label={t('set-up.programmes.first')}
        hint={t('set-up.programmes.first.hint')}
        choices={[
          { value: '', label: t('set-up.programmes.first.none') },
          ...services.map((service) => ({ value: service.id, label: service.name })),
        ]}
        value={programme.first ?? ''}
        onChange={(first) => change(withText(programme, 'first', first))}
      />
      <DraftArea
        path={`${path}.summary`}
        label={t('set-up.programmes.summary')}
        hint={t('set-up.programmes.summary.hint')}
        value={programme.summary}
        onChange={(summary) => change({ ...programme, summary })}
      />
      <DraftArea
        path={`${path}.about`}
        label={t('set-up.programmes.about')}
        hint={t('set-up.programmes.about.hint')}
        isOptional
        value={programme.about ?? ''}
        onChange={(about) => change(withText(programme, 'about', about))}
      />
      <CheckRows
        id={`${path}.isOnHome`}
        label={t('set-up.programmes.where')}
        choices={[{ value: 'home', label: t('set-up.programmes.onHome') }]}
        values={programme.isOnHome === true ? ['home'] : []}
        onChange={(values) =>
          change(values.length > 0 ? { ...programme, isOnHome: true } : { id, ...offHome })
        }
      />
      <p className="set-up-soft">
        {t('set-up.programmes.services', { services: listOf(services.map(({ shortName }) => shortName)) })}
        <br />
        {t('set-up.programmes.units', { units: listOf(units.map(({ name }) => name)) })}
      </p>
    </>
  );
}
