import { Link } from 'react-router-dom';
import { useWords } from '../../../copy/words';
import { VisuallyHidden } from '../../../ui/visually-hidden/visually-hidden';
import { PATHS } from '../../shell/paths';
import { useStaff } from '../../shell/session/staff-context';
import { SectionPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { namesOfAreas } from '../place/area-names';
import { WEEKDAYS, type WeekdayNumber } from './weekdays';

/** Shows which unit goes where on which weekday; each cell links to its own page. */
export function RotaPage() {
  const { t } = useWords();
  const { config } = useSetUp();
  const { units } = config.settings;
  return (
    <SectionPage section="rota">
      <div className="set-up-scroll">
        <table className="set-up-table">
          <caption>{t('set-up.rota.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('set-up.rota.day')}</th>
              {units.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {WEEKDAYS.map((weekday) => (
              <tr key={weekday}>
                <th scope="row">{t(`set-up.weekday.${weekday}`)}</th>
                {units.map((unit) => (
                  <td key={unit.id}>
                    <Cell unit={unit} weekday={weekday} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </SectionPage>
  );
}

type CellProps = { unit: { readonly id: string; readonly name: string }; weekday: WeekdayNumber };

function Cell({ unit, weekday }: CellProps) {
  const { t } = useWords();
  const { city } = useStaff();
  const { config } = useSetUp();
  const { rota, windows } = config.settings;
  const lines = rota
    .map((line, place) => ({ ...line, key: `${place}` }))
    .filter((line) => line.unit === unit.id && line.weekday === weekday);
  const nameOf = (id: string) => windows.find((window) => window.id === id)?.name ?? id;
  return (
    <>
      {lines.map((line) => (
        <p key={line.key}>
          {namesOfAreas(line.areas, city).join(', ') || t('set-up.rota.noArea')}
          <span className="set-up-note set-up-soft">
            {line.windows.map(nameOf).join(', ')}
            {line.minutes !== undefined && `, ${t('set-up.minutes', { minutes: Math.max(0, line.minutes) })}`}
          </span>
        </p>
      ))}
      {lines.length === 0 && <p className="set-up-soft">{t('set-up.rota.free')}</p>}
      <Link to={`${PATHS.setUp}/jadwal/${unit.id}/${weekday}`}>
        {t('set-up.change')}
        <VisuallyHidden>
          {' '}
          {unit.name}, {t(`set-up.weekday.${weekday}`)}
        </VisuallyHidden>
      </Link>
    </>
  );
}
