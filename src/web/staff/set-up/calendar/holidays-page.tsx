import { fixedHolidaysOf } from '../../../../domain/calendar/holidays';
import { localDateAt } from '../../../../domain/calendar/local-date';
import { yearlyDayWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { UnsetHolidays } from '../../shell/frame/unset-holidays';
import { useStaff } from '../../shell/session/staff-context';
import { DraftDay, DraftText } from '../draft/draft-fields';
import { ItemList } from '../draft/item-list';
import { Group, SectionPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { settingAt } from '../draft/setting-at';

/** Edits the days without any visit, by date and name; those that the law fixes are shown, not edited. */
export function HolidaysPage() {
  const { t, locale } = useWords();
  const { city, now } = useStaff();
  const year = Number(localDateAt(now(), city.settings.utcOffsetMinutes).slice(0, 4));
  const { config, changeSettings } = useSetUp();
  return (
    <SectionPage section="holidays">
      <UnsetHolidays>{null}</UnsetHolidays>
      <Group title={t('set-up.holidays.fixed')} hint={t('set-up.holidays.fixed.hint')}>
        <ul>
          {fixedHolidaysOf(year).map(({ date, name }) => (
            <li key={date}>
              {yearlyDayWords(date, locale)}: {name}
            </li>
          ))}
        </ul>
      </Group>
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
