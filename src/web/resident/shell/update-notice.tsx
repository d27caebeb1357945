import { useEffect, useState } from 'react';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import type { TakeUpdate } from './app-update';
import { watchUpdate } from './app-update';

/** Says that a new version waits, with the button that takes it. */
export function UpdateNotice() {
  const { t } = useWords();
  const [update, setUpdate] = useState<{ take: TakeUpdate } | undefined>(undefined);
  useEffect(() => {
    // After the page is drawn: what is stored for later must not slow down what is seen now.
    const timer = setTimeout(() => void watchUpdate((take) => setUpdate({ take })), 1000);
    return () => clearTimeout(timer);
  }, []);
  if (!update) return null;
  return (
    <Notice kind="info" title={t('shell.update.title')} isLive>
      <p>{t('shell.update.text')}</p>
      <Button look="secondary" icon="refresh" onClick={update.take}>
        {t('shell.update.take')}
      </Button>
    </Notice>
  );
}
