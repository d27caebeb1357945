import { useWords } from '../../../copy/words';
import { DraftDay, DraftText } from '../draft/draft-fields';
import { ItemList } from '../draft/item-list';
import { SectionPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { settingAt } from '../draft/setting-at';

/** Edits the days without any visit, by date and name. */
export function HolidaysPage() {
  const { t } = useWords();
  const { config, changeSettings } = useSetUp();
  return (
    <SectionPage section="holidays">
      <ItemList
        path={settingAt('holidays')}
        label={t('set-up.section.holidays')}
        items={config.settings.holidays}
        onChange={(holidays) => changeSettings({ holidays })}
        nameOf={({ name, date }) => (name === '' ? date : name)}
        addWords={t('set-up.holidays.add')}
        newItem={() => ({ date: '', name: '' })}
      >
        {(holiday, change, path) => (
          <>
            <DraftDay
              path={`${path}.date`}
              label={t('set-up.date')}
              value={holiday.date}
              onChange={(date) => change({ ...holiday, date })}
            />
            <DraftText
              path={`${path}.name`}
              label={t('set-up.holidays.name')}
              value={holiday.name}
              onChange={(name) => change({ ...holiday, name })}
            />
          </>
        )}
      </ItemList>
    </SectionPage>
  );
}
