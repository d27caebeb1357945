import type { BookingFile } from '../../../../contract/staff/desk';
import { hasPermission } from '../../../../domain/staff/role';
import { instantWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { useStaff } from '../../shell/session/staff-context';
import { CommandNotice } from '../command-notice';
import { useCommand } from '../use-command';
import type { OnDecided } from './decided-notice';

/**
 * Shows a crew's record of a visit that was moved or ended in the meantime. The record is kept until the desk
 * decides what counts.
 */
export function RecordConflicts({ file, onDone }: { file: BookingFile; onDone: OnDecided }) {
  const { t, locale } = useWords();
  const { city, me } = useStaff();
  const [state, send] = useCommand(onDone);
  const { id: bookingId, revision, referredTo } = file.booking;
  return file.conflicts.map(({ recordId, why, at }) => {
    const resolve = (keep: boolean) => {
      void send({ name: 'resolve-record', bookingId, revision, recordId, keep });
    };
    const isReferred = why === 'cancelled' && referredTo !== undefined;
    const time = instantWords(at, locale, city.settings.utcOffsetMinutes);
    return (
      <Notice kind="problem" title={t('desk.conflict.title')} key={recordId}>
        <p>{t(`desk.conflict.${isReferred ? 'referred' : why}`, { at: time })}</p>
        <CommandNotice state={state} />
        {hasPermission(me.role, 'plan-bookings') && (
          <div className="file__buttons">
            <Button variant="secondary" busy={state.state === 'sending'} onClick={() => resolve(true)}>
              {t('desk.conflict.keep')}
            </Button>
            <Button variant="quiet" busy={state.state === 'sending'} onClick={() => resolve(false)}>
              {t('desk.conflict.drop')}
            </Button>
          </div>
        )}
      </Notice>
    );
  });
}
