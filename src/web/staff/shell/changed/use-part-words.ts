import type { ChangedPart } from '../../../../domain/booking/request-change';
import type { LocalDate } from '../../../../domain/calendar/local-date';
import { findService } from '../../../../domain/catalogue/find-service';
import { areaLabel, findArea } from '../../../../domain/city/search-areas';
import { formatPhone } from '../../../../domain/people/format-phone';
import { VISIT_NEEDS } from '../../../../domain/people/visit-need';
import { shortDayWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { useStaff } from '../session/staff-context';

/** Returns a function that puts the values of one part of a request into words, as `PartChange` keeps them. */
export function usePartWords(): (part: ChangedPart, values: readonly string[]) => string {
  const { t, locale } = useWords();
  const { city } = useStaff();
  const { catalogue, settings } = city;
  const wish = (value: string) => {
    if (value === 'any') return t('staff.change.anyTime');
    const [date = '', window = ''] = value.split(' ');
    const rule = settings.windows.find(({ id }) => id === window);
    return `${shortDayWords(date as LocalDate, locale)}, ${rule?.name ?? window}`;
  };
  const answer = (value: string) => {
    const [id = '', is] = value.split('=');
    const text = catalogue.questions.find((question) => question.id === id)?.text ?? id;
    return `${text} ${t(is === 'yes' ? 'staff.change.yes' : 'staff.change.no')}`;
  };
  const words = (part: ChangedPart, value: string): string => {
    switch (part) {
      case 'services':
        return findService(catalogue, value)?.shortName ?? value;
      case 'needs': {
        const need = VISIT_NEEDS.find((one) => one === value);
        return need === undefined ? value : t(`staff.need.${need}`);
      }
      case 'answers':
        return answer(value);
      case 'area': {
        const area = findArea(city.areas, value);
        return area === undefined ? value : areaLabel(area);
      }
      case 'wishes':
      case 'date':
        return wish(value);
      case 'point':
        return t('staff.change.point');
      case 'contact-phone':
        return formatPhone(value);
      case 'channel':
        return t(value === 'whatsapp' ? 'staff.change.whatsapp' : 'staff.change.call');
      default:
        return value;
    }
  };
  return (part, values) =>
    values.length === 0 ? t('staff.change.empty') : values.map((value) => words(part, value)).join('; ');
}
