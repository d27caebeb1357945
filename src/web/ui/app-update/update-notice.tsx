import { useEffect, useState } from 'react';
import { useWords } from '../../copy/words';
import { Button } from '../button/button';
import { Notice } from '../notice/notice';
import type { TakeUpdate } from './app-update';
import { watchUpdate } from './app-update';

/**
 * Says that a new version waits, with the button that takes it.
 * Criteria: read aloud when it appears; nothing changes before the button is pressed.
 */
export function UpdateNotice({ script }: { script: string }) {
  const { t } = useWords();
  const [update, setUpdate] = useState<{ take: TakeUpdate } | undefined>(undefined);
  useEffect(() => {
    // After the page is drawn: what is stored for later must not slow down what is seen now.
    const timer = setTimeout(() => void watchUpdate(script, (take) => setUpdate({ take })), 1000);
    return () => clearTimeout(timer);
  }, [script]);
  if (!update) return null;
  return (
    <Notice kind="info" title={t('ui.update.title')} isLive>
      <p>{t('ui.update.text')}</p>
      <Button variant="secondary" icon="refresh" onClick={update.take}>
        {t('ui.update.take')}
      </Button>
    </Notice>
  );
}
