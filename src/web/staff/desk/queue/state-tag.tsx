import type { BookingState } from '../../../../domain/booking/state';
import { useWords } from '../../../copy/words';
import { StatusTag, type StatusTone } from '../../../ui/status-tag/status-tag';

const TONES: Readonly<Record<BookingState, StatusTone>> = {
  waiting: 'waiting',
  scheduled: 'plain',
  departed: 'plain',
  arrived: 'plain',
  closed: 'good',
  cancelled: 'bad',
};

type StateTagProps = { booking: { readonly state: BookingState; readonly referredTo?: string | undefined } };

/**
 * Shows the state of a booking. A referral has the state "cancelled", and is shown as a referral with its
 * destination.
 */
export function StateTag({ booking: { state, referredTo } }: StateTagProps) {
  const { t } = useWords();
  if (referredTo === undefined) return <StatusTag tone={TONES[state]}>{t(`desk.state.${state}`)}</StatusTag>;
  return (
    <>
      <StatusTag tone="plain" icon="pin">
        {t('desk.state.referred')}
      </StatusTag>
      {referredTo !== '' && <span>{t('desk.row.referredTo', { where: referredTo })}</span>}
    </>
  );
}
