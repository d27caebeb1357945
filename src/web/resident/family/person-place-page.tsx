import { useMemo } from 'react';
import { areaLabel } from '../../../domain/city/search-areas';
import { changePerson } from '../../../offline/store/family-people';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { SearchField } from '../../ui/search-field/search-field';
import { TextField } from '../../ui/text-field/text-field';
import { usePhone } from '../shell/phone-context';
import { useGpsPoint } from '../shell/use-gps-point';
import { PersonFormPage } from './person-form-page';
import type { OpenedPerson } from './person-gate';
import { usePersonForm } from './use-person-form';

/** The point is left out: it is never needed, and a press on it asks what few can answer. */
const PARTS = ['area', 'street', 'rt', 'rw', 'landmark'];

/** `/keluarga/:id/alamat`: where a crew finds her. */
export function PersonPlacePage({ person }: OpenedPerson) {
  const { t } = useWords();
  const { store, city } = usePhone();
  const path = `/keluarga/${person.id}`;
  const form = usePersonForm(
    'place',
    person,
    () => PARTS,
    async (typed) => {
      await changePerson(store, typed);
      return path;
    },
  );
  const { typed, change } = form;
  const { shows, errorOf } = form.parts;
  const numbers = (['rt', 'rw'] as const).filter(shows);
  const gps = useGpsPoint((point) => change({ point }));
  const areas = useMemo(
    () => city.areas.map((area) => ({ value: area.code, label: areaLabel(area) })),
    [city.areas],
  );
  return (
    <PersonFormPage form={form} backTo={path} caption={person.name} heading={t('family.place')}>
      {shows('street') && (
        <TextField
          id="street"
          label={t('booking.address.street')}
          hint={t('booking.address.street.hint')}
          error={errorOf('street')}
          autoComplete="off"
          value={typed.street}
          onChange={(street) => change({ street })}
        />
      )}
      {numbers.length > 0 && (
        <div className="family__pair">
          {numbers.map((field) => (
            <TextField
              key={field}
              id={field}
              label={t(`booking.address.${field}`)}
              error={errorOf(field)}
              isOptional
              inputMode="numeric"
              autoComplete="off"
              value={typed[field]}
              onChange={(text) => change({ [field]: text })}
            />
          ))}
        </div>
      )}
      {shows('landmark') && (
        <TextField
          id="landmark"
          label={t('booking.address.landmark')}
          hint={t('booking.address.landmark.hint')}
          error={errorOf('landmark')}
          isOptional
          autoComplete="off"
          value={typed.landmark}
          onChange={(landmark) => change({ landmark })}
        />
      )}
      {shows('area') && (
        <SearchField
          id="area"
          label={t('booking.address.area')}
          hint={t('booking.address.area.hint')}
          error={errorOf('area')}
          choices={areas}
          value={typed.area}
          onChange={(area) => change({ area })}
        />
      )}
      {shows('point') && (
        <section className="family__group">
          <h2>{t('booking.gps')}</h2>
          <p>{t('booking.gps.hint')}</p>
          {typed.point && (
            <Notice kind="success" isLive>
              {t('booking.gps.found', { metres: typed.point.accuracyM })}
            </Notice>
          )}
          {gps.state === 'failed' && (
            <Notice kind="info" isLive>
              {t('booking.gps.failed')}
            </Notice>
          )}
          <Button look="secondary" icon="pin" busy={gps.state === 'asking'} onClick={gps.ask}>
            {t(gps.state === 'asking' ? 'booking.gps.asking' : 'booking.gps.ask')}
          </Button>
          {typed.point && (
            <Button look="quiet" icon="trash" onClick={() => change({ point: undefined })}>
              {t('booking.gps.remove')}
            </Button>
          )}
        </section>
      )}
    </PersonFormPage>
  );
}
