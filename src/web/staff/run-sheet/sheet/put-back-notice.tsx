import { useEffect, useState } from 'react';
import type { PutBackRow } from '../../../../offline/crew/crew-rows';
import { readPutBack, watchPutBack } from '../../../../offline/crew/sent-commands';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { useCrewPhone } from './crew-phone';

/** Says what this phone sends again because the server's database was put back to a backup. */
export function PutBackNotice() {
  const { t } = useWords();
  const { store } = useCrewPhone();
  const [putBack, setPutBack] = useState<PutBackRow>();
  useEffect(() => watchPutBack(store, setPutBack, () => {}), [store]);
  if (putBack === undefined) return null;
  return (
    <Notice kind="warning" title={t('staff.put-back.title')} isLive>
      {putBack.count > 0 && <p>{t('run-sheet.put-back.again', { count: putBack.count })}</p>}
      <p>{t('run-sheet.put-back.lost')}</p>
      <Button variant="secondary" icon="check" onClick={() => void readPutBack(store)}>
        {t('staff.put-back.read')}
      </Button>
    </Notice>
  );
}
