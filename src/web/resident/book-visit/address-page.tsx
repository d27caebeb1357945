import { useMemo } from 'react';
import { areaLabel } from '../../../domain/city/search-areas';
import { useWords } from '../../copy/words';
import { SearchField } from '../../ui/search-field/search-field';
import { TextField } from '../../ui/text-field/text-field';
import { usePhone } from '../shell/phone-context';
import { GpsPoint } from './gps-point';
import { QuestionPage } from './question-page';
import type { Form } from './use-draft';
import { useQuestion } from './use-question';

export function AddressPage({ form }: { form: Form }) {
  const { t } = useWords();
  const { city } = usePhone();
  const question = useQuestion(form, 'alamat');
  const { draft, change } = form;
  const areas = useMemo(
    () => city.areas.map((area) => ({ value: area.code, label: areaLabel(area) })),
    [city.areas],
  );
  const numbers = (['rt', 'rw'] as const).filter(question.shows);
  return (
    <QuestionPage question={question} heading={t('booking.address')} lead={t('booking.address.lead')}>
      {question.shows('street') && (
        <TextField
          id="street"
          label={t('booking.address.street')}
          hint={t('booking.address.street.hint')}
          error={question.errorOf('street')}
          autoComplete="off"
          value={draft.street}
          onChange={(street) => change({ street })}
        />
      )}
      {numbers.length > 0 && (
        <div className="book-visit__pair">
          {numbers.map((field) => (
            <TextField
              key={field}
              id={field}
              label={t(`booking.address.${field}`)}
              error={question.errorOf(field)}
              isOptional
              inputMode="numeric"
              autoComplete="off"
              value={draft[field]}
              onChange={(number) => change({ [field]: number })}
            />
          ))}
        </div>
      )}
      {question.shows('landmark') && (
        <TextField
          id="landmark"
          label={t('booking.address.landmark')}
          hint={t('booking.address.landmark.hint')}
          error={question.errorOf('landmark')}
          isOptional
          autoComplete="off"
          value={draft.landmark}
          onChange={(landmark) => change({ landmark })}
        />
      )}
      {question.shows('area') && (
        <SearchField
          id="area"
          label={t('booking.address.area')}
          hint={t('booking.address.area.hint')}
          error={question.errorOf('area')}
          choices={areas}
          value={draft.area}
          onChange={(area) => change({ area })}
        />
      )}
      {question.shows('point') && <GpsPoint point={draft.point} onChange={(point) => change({ point })} />}
    </QuestionPage>
  );
}
