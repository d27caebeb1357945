import './practice.css';
import { useState } from 'react';
import type { PracticeState } from '../../../contract/staff/practice';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden';

/** A link for each part that can be played, to be handed to one person each. */
export function PracticeLinks({ people }: Pick<PracticeState, 'people'>) {
  const { t } = useWords();
  const [said, setSaid] = useState<{ readonly kind: 'success' | 'warning'; readonly words: string }>();
  const copy = async (name: string, link: string) => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid({ kind: 'success', words: t('practice.copied', { name }) });
    } catch {
      setSaid({ kind: 'warning', words: t('practice.copy.failed') });
    }
  };
  return (
    <section aria-labelledby="practice-links" className="practice">
      <h2 id="practice-links">{t('practice.links')}</h2>
      <p>{t('practice.links.text')}</p>
      <div className="staff-status" role="status">
        {said !== undefined && <Notice kind={said.kind}>{said.words}</Notice>}
      </div>
      <ul className="practice__people">
        {people.map(({ role, name, link }) => (
          <li key={link} className="practice__person">
            <p className="practice__name">
              {name} <span className="practice__role">{t(`staff.role.${role}`)}</span>
            </p>
            <p className="practice__link" translate="no">
              {link}
            </p>
            <Button look="secondary" icon="document" onClick={() => void copy(name, link)}>
              {t('practice.copy')} <VisuallyHidden>{t('practice.copy.of', { name })}</VisuallyHidden>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
