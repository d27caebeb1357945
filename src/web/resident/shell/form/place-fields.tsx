import './place-fields.css';
import { useMemo } from 'react';
import type { RequestDraft } from '../../../../domain/booking/request-draft';
import { areaLabel } from '../../../../domain/city/search-areas';
import { useWords } from '../../../copy/words';
import { SearchField } from '../../../ui/search-field/search-field';
import { TextField } from '../../../ui/text-field/text-field';
import { usePhone } from '../phone/phone-context';
import { GpsPoint } from './gps-point';

type Place = Pick<RequestDraft, 'area' | 'street' | 'rt' | 'rw' | 'landmark' | 'point'>;

type PlaceFieldsProps = {
  place: Place;
  change: (change: Partial<Place>) => void;
  shows: (field: string) => boolean;
  errorOf: (field: string) => string | undefined;
};

/**
 * The parts that simple mode asks one at a time. The GPS point is left out: it is optional, and few residents
 * can answer the permission question that a press on it opens.
 */
export const PLACE_PARTS: readonly string[] = ['area', 'street', 'rt', 'rw', 'landmark'];

/** Asks where a crew finds the door. */
export function PlaceFields({ place, change, shows, errorOf }: PlaceFieldsProps) {
  const { t } = useWords();
  const { city } = usePhone();
  const areas = useMemo(
    () => city.areas.map((area) => ({ value: area.code, label: areaLabel(area) })),
    [city.areas],
  );
  const numbers = (['rt', 'rw'] as const).filter(shows);
  return (
    <>
      {shows('street') && (
        <TextField
          id="street"
          label={t('booking.address.street')}
          hint={t('booking.address.street.hint')}
          error={errorOf('street')}
          autoComplete="off"
          value={place.street}
          onChange={(street) => change({ street })}
        />
      )}
      {numbers.length > 0 && (
        <div className="place-fields__pair">
          {numbers.map((field) => (
            <TextField
              key={field}
              id={field}
              label={t(`booking.address.${field}`)}
              error={errorOf(field)}
              isOptional
              inputMode="numeric"
              autoComplete="off"
              value={place[field]}
              onChange={(number) => change({ [field]: number })}
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
          value={place.landmark}
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
          value={place.area}
          onChange={(area) => change({ area })}
        />
      )}
      {shows('point') && (
        <GpsPoint point={place.point} area={place.area} onChange={(point) => change({ point })} />
      )}
    </>
  );
}
