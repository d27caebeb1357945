import type { AtOffice } from '../../../domain/catalogue/service';
import { useWords } from '../../copy/words';
import { keepWhole } from '../../ui/whole-words/whole-words';
import { usePhone } from '../shell/phone/phone-context';

/** Says where the MPP is and when it is open, or that the city has not set this yet. */
export function OfficeFacts({ note }: { note?: AtOffice['note'] }) {
  const { t } = useWords();
  const { office } = usePhone().city.settings;
  return (
    <>
      {note !== undefined && <span className="services__line">{keepWhole(note)}</span>}
      <span className="services__line">{keepWhole(office?.address ?? t('places.noAddress'))}</span>
      <HoursLine hours={office?.hours} />
    </>
  );
}

/** Says the opening hours, or that none are set. */
export function HoursLine({ hours }: { hours: string | undefined }) {
  const { t } = useWords();
  return (
    <span className="services__line">
      {hours === undefined ? t('places.noHours') : t('places.hours', { hours })}
    </span>
  );
}
