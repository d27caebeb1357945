import { useNavigate } from 'react-router-dom';
import type { OfferedWindow } from '../../../../contract/booking-row';
import { hourWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Card } from '../../../ui/card/card';
import { Notice } from '../../../ui/notice/notice';
import { residentDayWords } from '../date-words';
import { changePath } from '../page-order';
import type { Form } from '../use-draft';
import type { KeptDate as Kept } from './use-kept-date';

type KeptDateProps = { form: Form; scheduled: OfferedWindow; kept: Kept; wasRefused: boolean };

/**
 * Says what becomes of the visit's date: it stays, or the resident chooses others and gives it up, or she stays
 * with the request as it was.
 */
export function KeptDate({ form, scheduled, kept, wasRefused }: KeptDateProps) {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const { changeOf } = form.draft;
  if (changeOf === undefined) return null;
  const when = `${residentDayWords(scheduled.date, locale)}, ${hourWords(scheduled, locale)}`;
  const others = async () => {
    form.change({ changeOf: { ...changeOf, givesUpDate: true }, isAnyTime: false, windows: [] });
    await form.flush();
    await navigate(changePath(form.draft.id, 'waktu'));
  };
  const keep = () => {
    const { isAnyTime = true, windows = [] } = changeOf.before;
    form.change({ changeOf: { ...changeOf, givesUpDate: undefined }, isAnyTime, windows });
  };
  if (changeOf.givesUpDate === true) {
    return (
      <Card title={t('booking.change.date')}>
        <p>{t('booking.change.date.givenUp', { when })}</p>
        <Button variant="secondary" icon="calendar" onClick={keep}>
          {t('booking.change.date.keep')}
        </Button>
      </Card>
    );
  }
  const isLost = wasRefused || kept === 'full';
  return (
    <Card title={t('booking.change.date')}>
      <p>{when}</p>
      {isLost ? (
        <Notice kind="warning" title={t('booking.change.date.full')} isLive>
          {t('booking.change.date.full.text')}
        </Notice>
      ) : (
        <p role="status">{t(`booking.change.date.${kept}`)}</p>
      )}
      {isLost && (
        <Button variant="secondary" icon="clock" onClick={() => void others()}>
          {t('booking.change.date.others')}
        </Button>
      )}
    </Card>
  );
}
