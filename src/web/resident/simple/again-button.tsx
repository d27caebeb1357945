import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { findService } from '../../../domain/catalogue/find-service';
import { lastOwnVisit, startAgain } from '../../../offline/store/draft/start-again';
import { watchVisits } from '../../../offline/store/engine/watch';
import type { Visit } from '../../../offline/store/visit/visit';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { usePhone } from '../shell/phone/phone-context';
import { useWatched } from '../shell/phone/use-watched';

/**
 * Starts a request like the last one from this phone, to be checked and sent. Draws no button where there was
 * none.
 */
export function AgainButton({ children }: { children: (hasLast: boolean) => ReactNode }) {
  const { store } = usePhone();
  const { value: visits = [] } = useWatched<readonly Visit[]>(
    (onValue, onError) => watchVisits(store, onValue, onError),
    [store],
  );
  const last = lastOwnVisit(visits);
  return (
    <>
      {last && <Again visit={last} />}
      {children(last !== undefined)}
    </>
  );
}

function Again({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { store, city, now } = usePhone();
  const navigate = useNavigate();
  const [isStarting, setIsStarting] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const name = visit.personal?.recipientName ?? '';
  const services = visit.services
    .map((id) => findService(city.catalogue, id)?.shortName ?? '')
    .filter((text) => text !== '')
    .join(', ');
  const start = async () => {
    setIsStarting(true);
    try {
      const draft = await startAgain(store, visit, now());
      await navigate(`/ajukan/${draft.id}/periksa`);
    } catch {
      setHasFailed(true);
      setIsStarting(false);
    }
  };
  return (
    <>
      {hasFailed && <Notice kind="problem">{t('simple.again.failed')}</Notice>}
      <p>{t('simple.again.for', { name, services })}</p>
      <Button icon="refresh" busy={isStarting} onClick={() => void start()}>
        {t('simple.again')}
      </Button>
    </>
  );
}
