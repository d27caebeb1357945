import { answersOf } from '../../../domain/booking/draft-answers';
import { chosenServices } from '../../../domain/booking/request-draft';
import { hoursOn } from '../../../domain/calendar/hours-on';
import { buildChecklist } from '../../../domain/checklist/checklist';
import type { City } from '../../../domain/city/city';
import { areaLabel, findArea } from '../../../domain/city/search-areas';
import { plainDigits } from '../../../domain/people/plain-digits';
import type { Draft } from '../../../offline/store/draft/draft';
import { hourWords } from '../../copy/dates';
import type { Words } from '../../copy/words';
import type { SummaryRow } from '../../ui/summary-list/summary-list';
import { residentDayWords } from './date-words';
import { changePath, type QuestionSlug } from './page-order';

/** Returns every answer under its question, each with a link to change it. `phone`: the contact's, as written. */
export function summaryRows(
  draft: Draft,
  phone: string,
  city: City,
  { t, locale }: Words,
): readonly (SummaryRow & { readonly slug: QuestionSlug })[] {
  const row = (slug: QuestionSlug, question: string, answer: string) => ({
    slug,
    question,
    answer: answer === '' ? t('booking.check.empty') : answer,
    change: { to: changePath(draft.id, slug), subject: question },
  });
  const services = chosenServices(draft, city.catalogue);
  const { items } = buildChecklist(services, answersOf(draft, city.catalogue), city.catalogue);
  const ready = items.filter((item) => draft.prepared.includes(item.requirement.id)).length;
  const noneWords = services.length === 0 ? '' : t('booking.requirements.none');
  const requirements =
    items.length === 0 ? noneWords : t('booking.check.requirements.ready', { ready, all: items.length });
  const needs = draft.needs.map((need) => t(`booking.need.${need}`));
  return [
    row(
      'untuk-siapa',
      t('booking.check.forWhom'),
      draft.recipientIs ? t(`booking.forWhom.${draft.recipientIs}`) : '',
    ),
    row('penerima', t('booking.check.name'), draft.recipientName),
    row('penerima', t('booking.check.birthYear'), draft.birthYear),
    row('penerima', t('booking.check.nik'), draft.nik),
    row('kebutuhan', t('booking.check.needs'), [...needs, draft.needsNote].filter(Boolean).join('; ')),
    row('layanan', t('booking.check.services'), services.map((service) => service.shortName).join(', ')),
    row('syarat', t('booking.check.requirements'), requirements),
    row('alamat', t('booking.check.address'), addressWords(draft, city)),
    row(
      'waktu',
      t('booking.check.times'),
      draft.isAnyTime ? t('booking.times.any') : timesWords(draft, city, locale),
    ),
    row('kontak', t('booking.check.contactName'), draft.contactName),
    row('kontak', t('booking.check.phone'), phone),
    row('kontak', t('booking.check.channel'), draft.channel ? t(`booking.contact.${draft.channel}`) : ''),
  ];
}

function addressWords(draft: Draft, city: City): string {
  const area = draft.area === undefined ? undefined : findArea(city.areas, draft.area);
  const [rtText, rwText] = [plainDigits(draft.rt), plainDigits(draft.rw)];
  const rt = rtText === '' ? '' : `RT ${rtText}`;
  const rw = rwText === '' ? '' : `RW ${rwText}`;
  return [draft.street, [rt, rw].filter(Boolean).join(' '), area ? areaLabel(area) : '', draft.landmark]
    .filter(Boolean)
    .join(', ');
}

/** Lists the windows by preference, one a line. */
function timesWords(draft: Draft, city: City, locale: string): string {
  const lines = draft.windows.map(({ date, window }) => {
    const rule = city.settings.windows.find((candidate) => candidate.id === window);
    const day = residentDayWords(date, locale);
    return rule === undefined ? day : `${day}, ${rule.name} ${hourWords(hoursOn(rule, date), locale)}`;
  });
  return lines.length > 1 ? lines.map((line, index) => `${index + 1}. ${line}`).join('\n') : (lines[0] ?? '');
}
