import { Link } from 'react-router-dom';
import type { BookingFile } from '../../../contract/staff/desk';
import { useWords } from '../../copy/words';
import { Notice } from '../../ui/notice/notice';

/** Other open requests for the same person: two crews at one door help nobody. */
export function DoublesNotice({ doubles }: Pick<BookingFile, 'doubles'>) {
  const { t } = useWords();
  if (doubles.length === 0) return null;
  return (
    <Notice kind="warning" title={t('desk.file.doubles', { count: doubles.length })}>
      <ul className="file__links">
        {doubles.map(({ id, number, state }) => (
          <li key={id}>
            <Link to={`/meja/permohonan/${id}?view=open`}>
              {`${number.slice(0, 4)} ${number.slice(4)} · ${t(`desk.state.${state}`)}`}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
