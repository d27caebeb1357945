import { useWords } from '../../../copy/words';
import { SelectField } from '../../../ui/select-field/select-field';
import type { SettingsDraft } from '../draft/config-draft';
import { DraftDay, DraftText, useFaultAt } from '../draft/draft-fields';
import { ItemList } from '../draft/item-list';
import { withText } from '../draft/lists';
import { SectionPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { settingAt } from '../draft/setting-at';

type ClosureDraft = SettingsDraft['closures'][number];

/** Edits the days, or parts of days, without visits, each with its reason. */
export function ClosuresPage() {
  const { t } = useWords();
  const { config, changeSettings } = useSetUp();
  const { closures, units, windows } = config.settings;
  return (
    <SectionPage section="closures">
      <p>{t('set-up.closures.effect')}</p>
      <ItemList
        path={settingAt('closures')}
        label={t('set-up.section.closures')}
        items={closures}
        onChange={(next) => changeSettings({ closures: next })}
        nameOf={({ reason, date }) => `${date} ${reason}`}
        addWords={t('set-up.closures.add')}
        newItem={(): ClosureDraft => ({ date: '', reason: '' })}
      >
        {(closure, change, path) => (
          <>
            <DraftDay
              path={`${path}.date`}
              label={t('set-up.date')}
              value={closure.date}
              onChange={(date) => change({ ...closure, date })}
            />
            <OneOf
              path={`${path}.unit`}
              label={t('set-up.closures.unit')}
              all={t('set-up.closures.allUnits')}
              things={units}
              value={closure.unit}
              onChange={(unit) => change(withText(closure, 'unit', unit))}
            />
            <OneOf
              path={`${path}.window`}
              label={t('set-up.closures.window')}
              all={t('set-up.closures.allWindows')}
              things={windows}
              value={closure.window}
              onChange={(window) => change(withText(closure, 'window', window))}
            />
            <div className="set-up-wide">
              <DraftText
                path={`${path}.reason`}
                label={t('set-up.closures.reason')}
                value={closure.reason}
                onChange={(reason) => change({ ...closure, reason })}
              />
            </div>
          </>
        )}
      </ItemList>
    </SectionPage>
  );
}

type OneOfProps = {
  path: string;
  label: string;
  /** The words for no choice, which means all. */
  all: string;
  things: readonly { readonly id: string; readonly name: string }[];
  value: string | undefined;
  onChange: (id: string) => void;
};

function OneOf({ path, label, all, things, value = '', onChange }: OneOfProps) {
  const error = useFaultAt(path);
  const choices = [{ value: '', label: all }, ...things.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <SelectField id={path} label={label} error={error} choices={choices} value={value} onChange={onChange} />
  );
}
