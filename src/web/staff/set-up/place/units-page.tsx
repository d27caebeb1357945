import { useWords } from '../../../copy/words';
import { CheckRows } from '../../../ui/choice-rows/choice-rows';
import type { SettingsDraft } from '../draft/config-draft';
import { DraftText } from '../draft/draft-fields';
import { ItemList } from '../draft/item-list';
import { newId } from '../draft/lists';
import { SectionPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { settingAt } from '../draft/setting-at';
import { programmesOfUnit, serveProgrammes } from './unit-programmes';

type UnitDraft = SettingsDraft['units'][number];

/** Edits the vehicles with their crews: names, and the equipment each carries. */
export function UnitsPage() {
  const { t } = useWords();
  const { config, changeSettings } = useSetUp();
  const { settings } = config;
  const { programmes = [] } = settings;
  return (
    <SectionPage section="units">
      <ItemList
        path={settingAt('units')}
        label={t('set-up.section.units')}
        items={settings.units}
        onChange={(units) => changeSettings({ units })}
        onRemove={({ id }) => changeSettings(withoutUnit(settings, id))}
        nameOf={({ name }) => name}
        addWords={t('set-up.units.add')}
        newItem={(): UnitDraft => ({ id: newId('unit'), name: '', equipment: [] })}
      >
        {(unit, change, path) => (
          <>
            <DraftText
              path={`${path}.name`}
              label={t('set-up.units.name')}
              value={unit.name}
              onChange={(name) => change({ ...unit, name })}
            />
            <CheckRows
              id={`${path}.equipment`}
              label={t('set-up.equipment')}
              choices={[{ value: 'biometric', label: t('set-up.equipment.biometric') }]}
              values={unit.equipment}
              onChange={(equipment) => change({ ...unit, equipment })}
            />
            {programmes.length > 0 && (
              <CheckRows
                id={`${path}.programmes`}
                label={t('set-up.units.programmes')}
                hint={t('set-up.units.programmes.hint')}
                choices={programmes.map(({ id, name }) => ({ value: id, label: name }))}
                values={programmesOfUnit(unit, programmes)}
                onChange={(ids) => change(serveProgrammes(unit, ids, programmes))}
              />
            )}
          </>
        )}
      </ItemList>
      <p className="set-up-soft">{t('set-up.units.removed')}</p>
    </SectionPage>
  );
}

/** Returns the settings without a unit, its lines of the rota and its closures. */
function withoutUnit({ units, rota, closures }: SettingsDraft, id: string): Partial<SettingsDraft> {
  return {
    units: units.filter((unit) => unit.id !== id),
    rota: rota.filter(({ unit }) => unit !== id),
    closures: closures.filter(({ unit }) => unit !== id),
  };
}
