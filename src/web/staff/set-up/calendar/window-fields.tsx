import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import type { SettingsDraft } from '../draft/config-draft';
import { DraftClock, DraftDay, DraftText } from '../draft/draft-fields';
import { ItemList } from '../draft/item-list';

type WindowDraft = SettingsDraft['windows'][number];
type WindowFieldsProps = { window: WindowDraft; onChange: (window: WindowDraft) => void; path: string };

const FRIDAY = '5';

/** Edits the name and hours of one window, with the hours of Friday and of stretches of dates (Ramadan). */
export function WindowFields({ window, onChange, path }: WindowFieldsProps) {
  const { t } = useWords();
  const { onDates = [], ...usual } = window;
  return (
    <>
      <DraftText
        path={`${path}.name`}
        label={t('set-up.time.window.name')}
        value={window.name}
        onChange={(name) => onChange({ ...window, name })}
      />
      <WeekHoursFields path={path} hours={window} onChange={(hours) => onChange(hours)} />
      <div className="set-up-wide set-up-dated">
        <p className="set-up-dated__title">{t('set-up.time.dates')}</p>
        <p className="set-up-soft">{t('set-up.time.dates.hint')}</p>
        <ItemList
          path={`${path}.onDates`}
          label={t('set-up.time.datesOf', { window: window.name })}
          items={onDates}
          onChange={(dates) => onChange(dates.length === 0 ? usual : { ...window, onDates: dates })}
          nameOf={({ name, from }) => (name === '' ? from : name)}
          addWords={t('set-up.time.addDates')}
          newItem={() => ({ name: '', from: '', to: '', start: window.start, end: window.end })}
        >
          {(dated, change, at) => (
            <>
              <DraftText
                path={`${at}.name`}
                label={t('set-up.time.dates.name')}
                value={dated.name}
                onChange={(name) => change({ ...dated, name })}
              />
              <DraftDay
                path={`${at}.from`}
                label={t('set-up.time.dates.from')}
                value={dated.from}
                onChange={(from) => change({ ...dated, from })}
              />
              <DraftDay
                path={`${at}.to`}
                label={t('set-up.time.dates.to')}
                value={dated.to}
                onChange={(to) => change({ ...dated, to })}
              />
              <WeekHoursFields path={at} hours={dated} onChange={change} />
            </>
          )}
        </ItemList>
      </div>
    </>
  );
}

type Hours = { readonly start: string; readonly end: string };
type WeekHoursDraft = Hours & Pick<WindowDraft, 'onWeekday'>;
type WeekHoursFieldsProps<Draft> = { path: string; hours: Draft; onChange: (hours: Draft) => void };

/** Edits the hours of all days, and Friday's own where there are some. */
function WeekHoursFields<Draft extends WeekHoursDraft>({
  path,
  hours,
  onChange,
}: WeekHoursFieldsProps<Draft>) {
  const { t } = useWords();
  const { onWeekday = {}, ...rest } = hours;
  const friday = onWeekday[FRIDAY];
  const changeFriday = (changed: Hours | undefined) => {
    const { [FRIDAY]: _before, ...others } = onWeekday;
    const days = changed === undefined ? others : { ...others, [FRIDAY]: changed };
    const { onWeekday: _days, ...usual } = { ...hours };
    onChange((Object.keys(days).length === 0 ? usual : { ...usual, onWeekday: days }) as Draft);
  };
  return (
    <>
      <HoursFields
        path={path}
        labels={[t('set-up.time.start'), t('set-up.time.end')]}
        hours={rest}
        onChange={(changed) => onChange({ ...hours, ...changed })}
      />
      {friday === undefined ? (
        <div>
          <Button
            variant="quiet"
            icon="plus"
            onClick={() => changeFriday({ start: hours.start, end: hours.end })}
          >
            {t('set-up.time.addFriday')}
          </Button>
        </div>
      ) : (
        <>
          <HoursFields
            path={`${path}.onWeekday.${FRIDAY}`}
            labels={[t('set-up.time.fridayStart'), t('set-up.time.fridayEnd')]}
            hours={friday}
            onChange={changeFriday}
          />
          <div>
            <Button variant="quiet" onClick={() => changeFriday(undefined)}>
              {t('set-up.time.removeFriday')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

type HoursFieldsProps = {
  path: string;
  /** The labels of start and end. */
  labels: readonly [string, string];
  hours: Hours;
  onChange: (hours: Hours) => void;
};

function HoursFields({ path, labels, hours: { start, end }, onChange }: HoursFieldsProps) {
  return (
    <>
      <DraftClock
        path={`${path}.start`}
        label={labels[0]}
        value={start}
        onChange={(next) => onChange({ start: next, end })}
      />
      <DraftClock
        path={`${path}.end`}
        label={labels[1]}
        value={end}
        onChange={(next) => onChange({ start, end: next })}
      />
    </>
  );
}
