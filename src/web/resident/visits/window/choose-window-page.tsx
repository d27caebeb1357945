import '../visits.css';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Availability } from '../../../../contract/availability';
import { queueChooseWindow } from '../../../../offline/store/visit/queue-change';
import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { Button, ButtonLink } from '../../../ui/button/button';
import { RadioRows } from '../../../ui/choice-rows/choice-rows';
import { ErrorSummary } from '../../../ui/error-summary/error-summary';
import { Notice } from '../../../ui/notice/notice';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { usePhone } from '../../shell/phone/phone-context';
import { formatHours, formatInstant, formatNearDate } from '../calendar/format-date';
import { usePhoneAction } from '../visit/use-phone-action';
import { useAvailability } from './use-availability';
import { useMayChange } from './use-may-change';

const FIELD = 'window';

/** Returns the windows with room, except the one that the visit has. */
function offersOf(availability: Availability, visit: Visit): Availability['windows'] {
  const now = visit.row?.scheduled;
  return availability.windows.filter(
    (offer) => offer.room && !(offer.date === now?.date && offer.window === now.window),
  );
}

function Windows({ visit, availability }: { visit: Visit; availability: Availability }) {
  const { t } = useWords();
  const { store, sync, city, now } = usePhone();
  const navigate = useNavigate();
  const { run, isBusy, hasFailed } = usePhoneAction();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [errors, setErrors] = useState<readonly { fieldId: string; message: string }[]>([]);
  const offers = offersOf(availability, visit);
  const keyOf = ({ date, window }: { date: string; window: string }) => `${date} ${window}`;
  const send = async () => {
    const offer = offers.find((candidate) => keyOf(candidate) === chosen);
    if (offer === undefined) {
      setErrors([{ fieldId: FIELD, message: t('visits.window.choose') }]);
      return;
    }
    await queueChooseWindow(store, visit.id, { date: offer.date, window: offer.window }, now());
    void sync.syncNow();
    await navigate(`/kunjungan/${visit.id}`);
  };
  if (offers.length === 0) return <Notice kind="info">{t('visits.window.full')}</Notice>;
  return (
    <form
      className="visit__section"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run(send);
      }}
    >
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      {hasFailed && <Notice kind="problem">{t('visits.notKept')}</Notice>}
      <RadioRows
        id={FIELD}
        label={t('visits.window.label')}
        error={errors[0]?.message}
        choices={offers.map((offer) => ({
          value: keyOf(offer),
          label: formatNearDate(offer.date, now(), city.settings.utcOffsetMinutes),
          hint: formatHours(offer),
        }))}
        value={chosen}
        onChange={setChosen}
      />
      <Button type="submit" busy={isBusy}>
        {t('visits.window.send')}
      </Button>
    </form>
  );
}

/** Lets the resident choose another window for a visit, and says when the availability was read. */
export function ChooseWindowPage({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { city } = usePhone();
  const mayChange = useMayChange(visit)['choose-window'];
  const [attempt, setAttempt] = useState(0);
  const read = useAvailability(visit, attempt);
  const back = `/kunjungan/${visit.id}`;
  const heading = (
    <PageHeading takesFocus title={t('visits.window.title')}>
      {t('visits.window.title')}
    </PageHeading>
  );
  if (mayChange === 'no') {
    return (
      <Page
        back={<BackLink to={back} />}
        actions={<ButtonLink to={back}>{t('visits.window.back')}</ButtonLink>}
      >
        {heading}
        <Notice kind="info">{t('visits.window.cannot')}</Notice>
      </Page>
    );
  }
  return (
    <Page back={<BackLink to={back} />}>
      {heading}
      {mayChange === 'perhaps' && <Notice kind="warning">{t('visits.clock.late')}</Notice>}
      {read.state === 'reading' && <Skeleton />}
      {read.state === 'none' && (
        <>
          <Notice kind="warning" isLive>
            {t('visits.window.none')}
          </Notice>
          <Button icon="refresh" onClick={() => setAttempt((before) => before + 1)}>
            {t('visits.window.again')}
          </Button>
        </>
      )}
      {read.state === 'read' && (
        <>
          <p>
            {t('visits.readAt', {
              when: formatInstant(read.availability.readAt, city.settings.utcOffsetMinutes),
            })}
          </p>
          {!read.isFresh && <Notice kind="warning">{t('visits.window.stale')}</Notice>}
          <Windows visit={visit} availability={read.availability} />
        </>
      )}
    </Page>
  );
}
