import { useState } from 'react';
import type { PlacePoint } from '../../../../domain/booking/booking';
import { pointFromArea } from '../../../../domain/city/point-from-area';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { usePhone } from '../phone/phone-context';
import { loadBoundary, useBoundary } from './boundary';
import { pointWords } from './point-words';
import { useGpsPoint } from './use-gps-point';

type GpsPointProps = {
  point: PlacePoint | undefined;
  area: string | undefined;
  onChange: (point: PlacePoint | undefined) => void;
};

/**
 * Shows the phone's position with its accuracy: an optional help for the crew, read only after a press. A
 * point that is outside the kelurahan or not exact is kept only after a yes.
 */
export function GpsPoint({ point, area, onChange }: GpsPointProps) {
  const words = useWords();
  const { t } = words;
  const { city } = usePhone();
  const [asked, setAsked] = useState<PlacePoint | undefined>(undefined);
  const boundary = useBoundary(asked ?? point, area);
  const { state, ask } = useGpsPoint(async (found) => {
    const hasDoubt = pointFromArea(found, area, city.areas, await loadBoundary(area))?.doubt !== undefined;
    setAsked(hasDoubt ? found : undefined);
    if (!hasDoubt) onChange(found);
  });
  const shown = asked ?? point;
  const from = shown && pointFromArea(shown, area, city.areas, boundary);
  const decide = (kept: PlacePoint | undefined) => {
    setAsked(undefined);
    onChange(kept);
  };
  return (
    <section className="place-fields__point">
      <h2>{t('booking.gps')}</h2>
      <p>{t('booking.gps.hint')}</p>
      {shown && (
        <Notice
          kind={from?.doubt ? 'warning' : 'success'}
          isLive
          title={from?.doubt && t(`booking.gps.doubt.${from.doubt}`)}
        >
          {asked
            ? t('booking.gps.exact', { metres: shown.accuracyM })
            : t('booking.gps.found', { metres: shown.accuracyM })}{' '}
          {from && `${pointWords(from, words)}.`} {from?.doubt && t('booking.gps.doubt')}
        </Notice>
      )}
      {state === 'failed' && (
        <Notice kind="info" isLive>
          {t('booking.gps.failed')}
        </Notice>
      )}
      {asked && (
        <Button variant="secondary" icon="check" onClick={() => decide(asked)}>
          {t('booking.gps.keep')}
        </Button>
      )}
      <Button variant="secondary" icon="pin" busy={state === 'asking'} onClick={ask}>
        {t(state === 'asking' ? 'booking.gps.asking' : shown ? 'booking.gps.again' : 'booking.gps.ask')}
      </Button>
      {shown && (
        <Button variant="quiet" icon="trash" onClick={() => decide(undefined)}>
          {t('booking.gps.remove')}
        </Button>
      )}
    </section>
  );
}
