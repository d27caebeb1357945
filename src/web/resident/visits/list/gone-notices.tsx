import { formatPublicNumber } from '../../../../domain/booking/public-number';
import { forgetGone, type GoneVisit, watchGone } from '../../../../offline/store/visit/gone-visits';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { usePhone } from '../../shell/phone/phone-context';
import { useWatched } from '../../shell/phone/use-watched';

/** Says which visits this phone may no longer follow, until the resident has dismissed the notice. */
export function GoneNotices() {
  const { t } = useWords();
  const { store } = usePhone();
  const { value: gone = [] } = useWatched<readonly GoneVisit[]>(
    (onValue, onError) => watchGone(store, onValue, onError),
    [store],
  );
  return gone.map(({ id, number, isPutBack }) => (
    <Notice
      kind={isPutBack ? 'warning' : 'info'}
      title={t(isPutBack ? 'visits.put-back.gone.title' : 'visits.followers.gone.title', {
        number: formatPublicNumber(number),
      })}
      key={id}
    >
      <p>{t(isPutBack ? 'visits.put-back.gone.text' : 'visits.followers.gone.text')}</p>
      <Button variant="secondary" onClick={() => void forgetGone(store, id)}>
        {t('visits.followers.gone.read')}
      </Button>
    </Notice>
  ));
}
