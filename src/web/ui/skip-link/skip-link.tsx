import './skip-link.css';
import { useWords } from '../../copy/words';

/**
 * First thing on a page: past the header, to the content.
 * Criteria: seen when focused; moves the focus, not only the view; leaves the address alone, as the router reads it.
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
