import { Link } from 'react-router-dom';
import type { AuditLine } from '../../../contract/staff/audit';
import type { PublicNumber } from '../../../domain/booking/booking';
import { formatPublicNumber } from '../../../domain/booking/public-number';
import { instantWords } from '../../copy/dates';
import { useWords } from '../../copy/words';
import { useStaff } from '../shell/session/staff-context';
import { ACTIONS } from './actions';
import { detailWords } from './detail-words';

/**
 * Shows one row per entry. Criteria: scrolls on its own; the keyboard scrolls it through its links, each of
 * which searches for one member or one booking.
 */
export function AuditTable({ lines }: { lines: readonly AuditLine[] }) {
  const { t } = useWords();
  const heads = ['at', 'who', 'what', 'booking', 'address', 'detail'] as const;
  return (
    <div className="audit-scroll">
      <table className="audit-table">
        <caption>{t('audit.caption')}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`audit.head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.seq} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line }: { line: AuditLine }) {
  const { t, locale } = useWords();
  const { city } = useStaff();
  const action = ACTIONS.find((known) => known === line.action);
  return (
    <tr>
      <td>
        <time dateTime={line.at}>{instantWords(line.at, locale, city.settings.utcOffsetMinutes)}</time>
      </td>
      <td>
        <Link to={`?siapa=${line.staffId}`}>
          {line.staffName === '' ? t('audit.unknown') : line.staffName}
        </Link>
      </td>
      <td>{action === undefined ? line.action : t(`audit.action.${action}`)}</td>
      <td className="audit-number">
        {line.number !== undefined && (
          <Link to={`?nomor=${line.number}`}>{formatPublicNumber(line.number as PublicNumber)}</Link>
        )}
      </td>
      <td>{line.address}</td>
      <td className="audit-detail" translate="no">
        {detailWords(line.detail, t).map((words) => (
          <p key={words}>{words}</p>
        ))}
      </td>
    </tr>
  );
}
