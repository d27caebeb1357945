import './back-link.css';
import { useWords } from '../../copy/words';
import { type Follow, FollowLink } from '../follow-link/follow-link';
import { Icon } from '../icon/icon';

type BackLinkProps =
  | { to: string; follow?: Follow; onBack?: never }
  | { to?: never; follow?: never; onBack: () => void };

/**
 * "Kembali", always top left. `to` names the page before; `follow` says how to open it; `onBack` is for steps
 * within one page.
 * Criteria: first thing in the content; never loses an answer; at least 48 px.
 */
export function BackLink({ to, follow, onBack }: BackLinkProps) {
  const { t } = useWords();
  const face = (
    <>
      <Icon name="back" />
      {t('ui.back')}
    </>
  );
  if (to !== undefined) {
    return (
      <FollowLink className="back-link" to={to} follow={follow}>
        {face}
      </FollowLink>
    );
  }
  return (
    <button className="back-link" type="button" onClick={onBack}>
      {face}
    </button>
  );
}
