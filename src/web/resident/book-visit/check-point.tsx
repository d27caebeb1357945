import { pointFromArea } from '../../../domain/city/point-from-area';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { useBoundary } from '../shell/form/boundary';
import { pointWords } from '../shell/form/point-words';
import { usePhone } from '../shell/phone/phone-context';
import type { Form } from './use-draft';

/** Shows the point that goes to the crew with the request, from a place people know, and removes it. */
export function CheckPoint({ form }: { form: Form }) {
  const words = useWords();
  const { t } = words;
  const { city } = usePhone();
  const { point, area } = form.draft;
  const boundary = useBoundary(point, area);
  if (point === undefined) return null;
  const from = pointFromArea(point, area, city.areas, boundary);
  return (
    <div className="book-visit__group">
      <Notice
        kind={from?.doubt ? 'warning' : 'info'}
        title={from?.doubt ? t(`booking.gps.doubt.${from.doubt}`) : t('booking.gps.point')}
      >
        {from && `${pointWords(from, words)}. `}
        {t('booking.gps.exact', { metres: point.accuracyM })} {from?.doubt && t('booking.gps.doubt')}
      </Notice>
      <Button variant="secondary" icon="trash" onClick={() => form.change({ point: undefined })}>
        {t('booking.gps.remove')}
      </Button>
    </div>
  );
}
