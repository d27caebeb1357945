import './order.css';
import { useSearchParams } from 'react-router-dom';
import { localDateAt } from '../../../../domain/calendar/local-date';
import { hasPermission } from '../../../../domain/staff/role';
import { fullDayWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { Field } from '../../../ui/field/field';
import { Notice } from '../../../ui/notice/notice';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { SelectField } from '../../../ui/select-field/select-field';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { useRead } from '../../shell/api/use-read';
import { StaffNotFoundPage } from '../../shell/frame/staff-not-found-page';
import { useStaff } from '../../shell/session/staff-context';
import { readRunOrder } from '../desk-api';
import { DeskPage } from '../desk-page';
import { FailureNotice } from '../failure-notice';
import { changeAddress, queryFromAddress } from '../queue/queue-query';
import { useChangeTick } from '../use-change-tick';
import { WindowOrder } from './window-order';

/** Sets the order in which a unit's crew makes the visits of a day. Unit and day are in the address. */
export function OrderPage() {
  const { me } = useStaff();
  return hasPermission(me.role, 'plan-bookings') ? <UnitDay /> : <StaffNotFoundPage />;
}

function UnitDay() {
  const { t, locale } = useWords();
  const { city, now } = useStaff();
  const [address, setAddress] = useSearchParams();
  const tick = useChangeTick();
  const asked = queryFromAddress(address);
  const unit = asked.unit ?? city.settings.units[0]?.id ?? '';
  const day = asked.day ?? localDateAt(now(), city.settings.utcOffsetMinutes);
  const { data, failure, again } = useRead(`${unit} ${day}`, () => readRunOrder(unit, day), tick);
  return (
    <DeskPage>
      <BackLink to={`/meja/permohonan?view=open&day=${day}&unit=${unit}`} />
      <PageHeading takesFocus lead={t('desk.order.lead')} caption={fullDayWords(day, locale)}>
        {t('desk.order.title')}
      </PageHeading>
      <div className="order-filters">
        <SelectField
          id="unit"
          label={t('desk.filter.unit')}
          choices={city.settings.units.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={unit}
          onChange={(chosen) => setAddress(changeAddress(address, { unit: chosen }))}
        />
        <Field id="day" label={t('desk.filter.day')}>
          <input
            className="field__input"
            id="day"
            type="date"
            value={day}
            onChange={(event) => setAddress(changeAddress(address, { day: event.target.value }))}
          />
        </Field>
      </div>
      {failure !== undefined && <FailureNotice failure={failure} again={again} />}
      {data === undefined && failure === undefined && <Skeleton rows={6} />}
      {data?.windows.length === 0 && <Notice kind="info">{t('desk.order.none')}</Notice>}
      {data?.windows.map((window) => (
        <WindowOrder
          key={`${unit} ${day} ${window.window}`}
          unit={unit}
          date={day}
          window={window}
          again={again}
        />
      ))}
    </DeskPage>
  );
}
