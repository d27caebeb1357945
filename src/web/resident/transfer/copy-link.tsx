import { useState } from 'react';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';

/** Copies the transfer link, for another app on this phone: a phone cannot scan its own screen. */
export function CopyLink({ address }: { address: string }) {
  const { t } = useWords();
  const [state, setState] = useState<'rest' | 'copied' | 'refused'>('rest');
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  return (
    <>
      <p>{t('transfer.copy.text')}</p>
      <Button variant="secondary" onClick={() => void copy()}>
        {t('transfer.copy')}
      </Button>
      {state !== 'rest' && (
        <Notice kind={state === 'copied' ? 'success' : 'warning'} isLive>
          {t(`transfer.copy.${state}`)}
        </Notice>
      )}
    </>
  );
}
