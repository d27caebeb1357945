import { askedOf } from '../../../../domain/booking/draft-answers';
import { chosenServices } from '../../../../domain/booking/request-draft';
import { windowsByRota } from '../../../../domain/booking/windows-by-rota';
import { localDateAt } from '../../../../domain/calendar/local-date';
import { hourWords, shortDayWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { CheckRows, RadioRows } from '../../../ui/choice-rows/choice-rows';
import { SelectField } from '../../../ui/select-field/select-field';
import { useStaff } from '../../shell/session/staff-context';
import type { RequestFields } from './use-request-form';

const ANY_TIME = 'any';
const KEPT = 'kept';

type KeptDate = {
  readonly label: string;
  readonly isKept: boolean;
  readonly onKeep: (isKept: boolean) => void;
};

export function ServiceFields({ form }: { form: RequestFields }) {
  const { t } = useWords();
  const { city } = useStaff();
  const { draft, change, errorOf } = form;
  return (
    <fieldset className="take__group">
      <legend className="take__title">{t('desk.fact.services')}</legend>
      <div className="take__wide">
        <CheckRows
          id="services"
          label={t('desk.take.services')}
          error={errorOf('services')}
          choices={city.catalogue.services.map(({ id, name }) => ({ value: id, label: name }))}
          values={draft.services}
          onChange={(services) => change({ services })}
        />
      </div>
      {askedOf(draft, city.catalogue).map(({ id, text, hint }) => (
        <RadioRows
          key={id}
          id={`answer-${id}`}
          label={text}
          hint={hint}
          error={errorOf(`answer-${id}`)}
          choices={[
            { value: 'yes', label: t('booking.yes') },
            { value: 'no', label: t('booking.no') },
          ]}
          value={draft.answers[id] === undefined ? undefined : draft.answers[id] ? 'yes' : 'no'}
          onChange={(value) => change({ answers: { ...draft.answers, [id]: value === 'yes' } })}
        />
      ))}
    </fieldset>
  );
}

/**
 * Asks for any time, or for one window among those that the rota offers to this address and these services.
 * `kept`: the date that the visit has, which stays until another is chosen.
 */
export function TimeFields({ form, kept }: { form: RequestFields; kept?: KeptDate }) {
  const { t, locale } = useWords();
  const { city, now } = useStaff();
  const { draft, change, errorOf } = form;
  const services = chosenServices(draft, city.catalogue);
  const windows =
    draft.area === undefined || services.length === 0
      ? []
      : windowsByRota(city, {
          area: draft.area,
          services,
          nowMs: now(),
        });
  const today = localDateAt(now(), city.settings.utcOffsetMinutes);
  const [wish] = draft.windows;
  return (
    <fieldset className="take__group">
      <legend className="take__title">{t('desk.take.time')}</legend>
      <div className={kept === undefined ? undefined : 'take__wide'}>
        <SelectField
          id="windows"
          label={t('desk.take.window')}
          error={errorOf('windows')}
          choices={[
            ...(kept === undefined ? [] : [{ value: KEPT, label: kept.label }]),
            { value: ANY_TIME, label: t('booking.times.any') },
            ...windows.map((window) => ({
              value: `${window.date} ${window.window}`,
              label: `${shortDayWords(window.date, locale, today)}, ${hourWords(window)}`,
            })),
          ]}
          value={
            kept?.isKept === true
              ? KEPT
              : draft.isAnyTime || wish === undefined
                ? ANY_TIME
                : `${wish.date} ${wish.window}`
          }
          onChange={(value) => {
            kept?.onKeep(value === KEPT);
            if (value === KEPT) return;
            const found = windows.find(({ date, window }) => `${date} ${window}` === value);
            const chosen = found === undefined ? [] : [{ date: found.date, window: found.window }];
            change({ isAnyTime: found === undefined, windows: chosen });
          }}
        />
      </div>
    </fieldset>
  );
}
