import { useParams } from 'react-router-dom';
import { useWords } from '../../../copy/words';
import { CheckRows } from '../../../ui/choice-rows/choice-rows';
import { StaffNotFoundPage } from '../../shell/frame/staff-not-found-page';
import { PATHS } from '../../shell/paths';
import type { SettingsDraft } from '../draft/config-draft';
import { DraftNumber, NO_NUMBER } from '../draft/draft-fields';
import { ItemList } from '../draft/item-list';
import { SectionPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { settingAt } from '../draft/setting-at';
import { AreaChoice } from '../place/area-choice';
import { parseWeekday } from './weekdays';

type RotaDraft = SettingsDraft['rota'][number];
type Placed = { readonly line: RotaDraft; readonly place: number };

/** Edits where one unit goes on one weekday, in one or more lines (such as another area in the afternoon). */
export function RotaDayPage() {
  const { t } = useWords();
  const { config, changeSettings } = useSetUp();
  const params = useParams();
  const { units, windows, rota } = config.settings;
  const unit = units.find(({ id }) => id === params.unit);
  const weekday = parseWeekday(params.weekday);
  if (unit === undefined || weekday === undefined) return <StaffNotFoundPage />;
  const own = rota
    .map((line, place) => ({ line, place }))
    .filter(({ line }) => line.unit === unit.id && line.weekday === weekday);
  const newLine = (): RotaDraft => ({
    unit: unit.id,
    weekday,
    windows: windows.map(({ id }) => id),
    areas: [],
  });
  return (
    <SectionPage
      section="rota"
      title={`${unit.name}, ${t(`set-up.weekday.${weekday}`)}`}
      back={`${PATHS.setUp}/jadwal`}
    >
      <ItemList
        path={settingAt('rota')}
        label={t('set-up.rota.lines')}
        placeOf={(place) => own[place]?.place ?? rota.length}
        items={own.map(({ line }) => line)}
        onChange={(lines) => changeSettings({ rota: withLines(rota, own, lines) })}
        nameOf={(_, place) => t('set-up.rota.line', { number: place + 1 })}
        addWords={t('set-up.rota.add')}
        newItem={newLine}
      >
        {(line, change, path) => <LineFields line={line} onChange={change} path={path} />}
      </ItemList>
    </SectionPage>
  );
}

type LineFieldsProps = { line: RotaDraft; onChange: (line: RotaDraft) => void; path: string };

function LineFields({ line, onChange, path }: LineFieldsProps) {
  const { t } = useWords();
  const { config } = useSetUp();
  const { minutes = NO_NUMBER, ...withoutMinutes } = line;
  return (
    <>
      <AreaChoice path={path} areas={line.areas} onChange={(areas) => onChange({ ...line, areas })} />
      <CheckRows
        id={`${path}.windows`}
        label={t('set-up.time.windows')}
        choices={config.settings.windows.map(({ id, name }) => ({ value: id, label: name }))}
        values={line.windows}
        onChange={(windows) => onChange({ ...line, windows })}
      />
      <DraftNumber
        path={`${path}.minutes`}
        label={t('set-up.rota.minutes')}
        hint={t('set-up.rota.minutes.hint')}
        isOptional
        value={minutes}
        onChange={(next) => onChange(next < 0 ? withoutMinutes : { ...line, minutes: next })}
      />
    </>
  );
}

/** Returns the rota with a day's lines changed and every other line in its place. */
function withLines(
  rota: readonly RotaDraft[],
  own: readonly Placed[],
  lines: readonly RotaDraft[],
): RotaDraft[] {
  if (lines.length > own.length) return [...rota, ...lines.slice(own.length)];
  if (lines.length < own.length)
    return rota.filter((line) => !own.some((one) => one.line === line) || lines.includes(line));
  return rota.map((line, place) => lines[own.findIndex((one) => one.place === place)] ?? line);
}
