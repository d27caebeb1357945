import { useState, useSyncExternalStore } from 'react';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { countPutBacks, watchPutBacks } from '../api/api';

/** Says that the server's database was put back to a backup while this page was open, until it was read. */
export function PutBackNotice() {
  const { t } = useWords();
  const count = useSyncExternalStore(watchPutBacks, countPutBacks);
  const [read, setRead] = useState(0);
  if (count === read) return null;
  return (
    <Notice kind="warning" title={t('staff.put-back.title')} isLive>
      <p>{t('staff.put-back.text')}</p>
      <Button variant="secondary" icon="check" onClick={() => setRead(count)}>
        {t('staff.put-back.read')}
      </Button>
    </Notice>
  );
}
