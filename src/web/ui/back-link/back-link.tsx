import './back-link.css';
import { Link } from 'react-router-dom';
import { useWords } from '../../copy/words';
import { Icon } from '../icon/icon';

type BackLinkProps = { to: string; onBack?: never } | { to?: never; onBack: () => void };

/**
 * "Kembali", always top left. `to` names the page before; `onBack` is for steps inside one page.
 * Criteria: first thing in the content; never loses an answer; at least 48 px.
 */
export function BackLink({ to, onBack }: BackLinkProps) {
  const { t } = useWords();
  const face = (
    <>
      <Icon name="back" />
      {t('ui.back')}
    </>
  );
  if (to !== undefined) {
    return (
      <Link className="back-link" to={to}>
        {face}
      </Link>
    );
  }
  return (
    <button className="back-link" type="button" onClick={onBack}>
      {face}
    </button>
  );
}
