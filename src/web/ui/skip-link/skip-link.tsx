import './skip-link.css';
import { useWords } from '../../copy/words';

/**
 * The first thing on a page: skips the header.
 * Criteria: visible when focused; moves the focus, not only the view; leaves the address alone, because the
 * router reads it.
 */
export function SkipLink({ targetId }: { targetId: string }) {
  const { t } = useWords();
  return (
    <a
      className="skip-link"
      href={`#${targetId}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(targetId)?.focus();
      }}
    >
      {t('ui.skip')}
    </a>
  );
}
