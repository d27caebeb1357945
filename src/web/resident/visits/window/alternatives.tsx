import type { OfferedWindow } from '../../../../contract/booking-row';
import { queueChooseWindow } from '../../../../offline/store/visit/queue-change';
import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { usePhone } from '../../shell/phone/phone-context';
import { formatHours, formatInstant, formatNearDate } from '../calendar/format-date';
import { usePhoneAction } from '../visit/use-phone-action';

/** Shown on the waiting list: windows that had room, each taken with one press. */
export function Alternatives({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { store, sync, city, now } = usePhone();
  const { run, isBusy, hasFailed } = usePhoneAction();
  const { waiting } = visit.row ?? {};
  if (!waiting || waiting.alternatives.length === 0) return null;
  const take = ({ date, window }: OfferedWindow) =>
    run(async () => {
      await queueChooseWindow(store, visit.id, { date, window }, now());
      void sync.syncNow();
    });
  const whenOf = (offer: OfferedWindow) =>
    `${formatNearDate(offer.date, now(), city.settings.utcOffsetMinutes)}, ${formatHours(offer)}`;
  return (
    <section className="visit__section" aria-labelledby="visit-alternatives">
      <h2 id="visit-alternatives">{t('visits.alternatives.title')}</h2>
      <p>{t('visits.readAt', { when: formatInstant(waiting.readAt, city.settings.utcOffsetMinutes) })}</p>
      {hasFailed && <Notice kind="problem">{t('visits.notKept')}</Notice>}
      {waiting.alternatives.map((offer) => (
        <Button
          variant="secondary"
          icon="calendar"
          busy={isBusy}
          key={`${offer.date} ${offer.window}`}
          onClick={() => void take(offer)}
        >
          {t('visits.alternatives.take', { when: whenOf(offer) })}
        </Button>
      ))}
    </section>
  );
}
