import { useWords } from '../../copy/words';
import { Button } from '../button/button';
import { Notice } from '../notice/notice';

/**
 * Says that a new version waits, with a button to activate it. Criteria: a screen reader announces it when it
 * appears.
 */
export function UpdateOffer({ onTake }: { onTake: () => void }) {
  const { t } = useWords();
  return (
    <Notice kind="info" title={t('ui.update.title')} isLive>
      <p>{t('ui.update.text')}</p>
      <Button variant="secondary" icon="refresh" onClick={onTake}>
        {t('ui.update.take')}
      </Button>
    </Notice>
  );
}
