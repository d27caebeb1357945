import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import type { SettingsDraft } from '../draft/config-draft';
import { DraftClock, DraftText } from '../draft/draft-fields';

type WindowDraft = SettingsDraft['windows'][number];
type WindowFieldsProps = { window: WindowDraft; onChange: (window: WindowDraft) => void; path: string };

const FRIDAY = '5';

/** Edits the name and hours of one window, and Friday's own hours where it has them. */
export function WindowFields({ window, onChange, path }: WindowFieldsProps) {
  const { t } = useWords();
  const friday = window.onWeekday?.[FRIDAY];
  const changeFriday = (hours: { start: string; end: string } | undefined) => {
    const { onWeekday = {}, ...rest } = window;
    const { [FRIDAY]: _before, ...others } = onWeekday;
    const days = hours === undefined ? others : { ...others, [FRIDAY]: hours };
    onChange(Object.keys(days).length === 0 ? rest : { ...rest, onWeekday: days });
  };
  return (
    <>
      <DraftText
        path={`${path}.name`}
        label={t('set-up.time.window.name')}
        value={window.name}
        onChange={(name) => onChange({ ...window, name })}
      />
      <HoursFields
        path={path}
        labels={[t('set-up.time.start'), t('set-up.time.end')]}
        hours={window}
        onChange={(hours) => onChange({ ...window, ...hours })}
      />
      {friday === undefined ? (
        <div>
          <Button
            variant="quiet"
            icon="plus"
            onClick={() => changeFriday({ start: window.start, end: window.end })}
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

type Hours = { readonly start: string; readonly end: string };
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
