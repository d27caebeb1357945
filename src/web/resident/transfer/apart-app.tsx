import './transfer.css';
import { watchVisits } from '../../../offline/store/engine/watch';
import type { Visit } from '../../../offline/store/visit/visit';
import { useWords } from '../../copy/words';
import { Button, ButtonLink } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { keepApartRead } from '../shell/frame/apart-choice';
import { usePhone } from '../shell/phone/phone-context';
import { useFamily } from '../shell/phone/use-family';
import { useWatched } from '../shell/phone/use-watched';

/**
 * Says once, in the app on an iPhone's home screen that holds nothing, that what was asked for in Safari is not
 * here, and how to bring it over, before somebody asks for the same visit again.
 */
export function ApartApp() {
  const { t } = useWords();
  const { store } = usePhone();
  const { value: visits } = useWatched<readonly Visit[]>(
    (onValue, onError) => watchVisits(store, onValue, onError),
    [store],
  );
  const { value: family } = useFamily();
  if (visits?.length !== 0 || family?.length !== 0) return null;
  return (
    <div className="transfer__apart">
      <Card title={t('transfer.apart.title')}>
        <p>{t('transfer.apart.text')}</p>
        <ol className="transfer__steps">
          <li>{t('transfer.apart.safari')}</li>
          <li>{t('transfer.apart.here')}</li>
        </ol>
        <ButtonLink variant="secondary" icon="handset" to="/pindah">
          {t('transfer.apart.move')}
        </ButtonLink>
        <Button variant="quiet" onClick={keepApartRead}>
          {t('transfer.apart.none')}
        </Button>
      </Card>
    </div>
  );
}
