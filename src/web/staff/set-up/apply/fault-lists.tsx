import { Link } from 'react-router-dom';
import { useWords } from '../../../copy/words';
import { Notice } from '../../../ui/notice/notice';
import { useStaff } from '../../shell/session/staff-context';
import { sectionOf } from '../draft/sections';
import { useSetUp } from '../draft/set-up-context';
import { cityFaultLines } from './city-fault-words';
import { pageOfField } from './page-of-field';
import { type ShapeFault, useShapeFaultWords } from './shape-faults';

/** Lists empty or invalid fields; each line links to its field. */
export function ShapeFaults({ faults }: { faults: readonly ShapeFault[] }) {
  const { t } = useWords();
  const { config } = useSetUp();
  const words = useShapeFaultWords();
  return (
    <Notice kind="problem" title={t('set-up.check.faults')} isLive>
      <ul>
        {faults.map((fault) => (
          <li key={fault.path}>
            <Link to={pageOfField(fault.path, config)}>
              {t(`set-up.section.${sectionOf(fault.path)}`)}
              {numberOf(fault.path, t('set-up.check.line'))}
            </Link>
            : {words(fault)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/**
 * Lists values that contradict each other, as found by the server, which accepts no city with such faults.
 */
export function CityFaults({ faults }: { faults: readonly string[] }) {
  const { t } = useWords();
  const { city } = useStaff();
  const { config } = useSetUp();
  const lines = cityFaultLines(faults, config, city, t);
  const known = lines.filter(({ section }) => section !== undefined);
  const others = lines.filter(({ section }) => section === undefined);
  return (
    <Notice kind="problem" title={t('set-up.check.faults')} isLive>
      <ul>
        {known.map(({ words, section, to }) => (
          <li key={words}>
            {words} {section && to && <Link to={to}>{t(`set-up.section.${section}`)}</Link>}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <p>{t('set-up.check.otherFaults')}</p>
          <ul lang="en">
            {others.map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

/** Returns ", baris 3" for a field in a list. */
function numberOf(path: string, line: string): string {
  const place = path.split('.').find((part) => /^\d+$/.test(part));
  return place === undefined ? '' : `, ${line} ${Number(place) + 1}`;
}
