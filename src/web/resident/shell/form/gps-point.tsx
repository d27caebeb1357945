import type { PlacePoint } from '../../../../domain/booking/booking';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { useGpsPoint } from './use-gps-point';

type GpsPointProps = { point: PlacePoint | undefined; onChange: (point: PlacePoint | undefined) => void };

/** Shows the phone's position with its accuracy: an optional help for the crew, read only after a press. */
export function GpsPoint({ point, onChange }: GpsPointProps) {
  const { t } = useWords();
  const { state, ask } = useGpsPoint(onChange);
  return (
    <section className="place-fields__point">
      <h2>{t('booking.gps')}</h2>
      <p>{t('booking.gps.hint')}</p>
      {point && (
        <Notice kind="success" isLive>
          {t('booking.gps.found', { metres: point.accuracyM })}
        </Notice>
      )}
      {state === 'failed' && (
        <Notice kind="info" isLive>
          {t('booking.gps.failed')}
        </Notice>
      )}
      <Button variant="secondary" icon="pin" busy={state === 'asking'} onClick={ask}>
        {t(state === 'asking' ? 'booking.gps.asking' : point ? 'booking.gps.again' : 'booking.gps.ask')}
      </Button>
      {point && (
        <Button variant="quiet" icon="trash" onClick={() => onChange(undefined)}>
          {t('booking.gps.remove')}
        </Button>
      )}
    </section>
  );
}
