import { formatPublicNumber } from '../../../../domain/booking/public-number';
import type { Visit } from '../../../../offline/store/visit/visit';
import type { Translate } from '../../../copy/words';
import { alwaysWithZone } from '../../../copy/zone';
import { markedName } from '../../../ui/practice/practice-mark';
import { formatWindow } from '../calendar/format-date';

/** Returns the follow link. Its token stands in the fragment, which browsers never send to a server. */
export function followLinkOf(token: string, origin: string): string {
  return `${origin}/ikuti#${token}`;
}

/** Returns the text to share: date, number and follow link; no name, address or phone number. */
export function shareTextOf(
  visit: Pick<Visit, 'row'>,
  link: string | undefined,
  t: Translate,
  utcOffsetMinutes: number,
): string {
  const { row } = visit;
  const sentences = [markedName(t('visits.share.text'), ': ')];
  if (row?.scheduled && row.state === 'scheduled') {
    sentences.push(
      t('visits.share.when', {
        when: alwaysWithZone(formatWindow(row.scheduled), utcOffsetMinutes),
      }),
    );
  }
  if (row) sentences.push(t('visits.share.number', { number: formatPublicNumber(row.number) }));
  if (link !== undefined) sentences.push(t('visits.share.follow', { link }));
  return sentences.join('\n');
}

/** Returns a link that opens WhatsApp with the text and lets the requester choose the recipient. */
export function whatsAppLinkOf(text: string): string {
  return `https://wa.me/?text=${encodeURIComponent(text)}`;
}
