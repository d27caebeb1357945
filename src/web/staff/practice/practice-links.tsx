import './practice.css';
import type { PracticeState } from '../../../contract/staff/practice';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden';
import { LinkText } from '../shell/link-text';
import { useCopyLink } from '../shell/use-copy-link';

/** Shows one link for each part to play, each to be given to one person. */
export function PracticeLinks({ people }: Pick<PracticeState, 'people'>) {
  const { t } = useWords();
  const { copied, copy } = useCopyLink();
  const of = people.find(({ link }) => link === copied?.link);
  return (
    <section aria-labelledby="practice-links" className="practice">
      <h2 id="practice-links">{t('practice.links')}</h2>
      <p>{t('practice.links.text')}</p>
      <div className="staff-status" role="status">
        {of && copied?.isCopied && <Notice kind="success">{t('practice.copied', { name: of.name })}</Notice>}
      </div>
      <ul className="practice__people">
        {people.map(({ role, name, link }) => (
          <li key={link} className="practice__person">
            <p className="practice__name">
              {name} <span className="practice__role">{t(`staff.role.${role}`)}</span>
            </p>
            <LinkText
              link={link}
              label={t('practice.link', { name })}
              copied={copied}
              failure={t('practice.copy.failed', { name })}
            />
            <Button variant="secondary" icon="document" onClick={() => void copy(link)}>
              {t('practice.copy')} <VisuallyHidden>{t('practice.copy.of', { name })}</VisuallyHidden>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
