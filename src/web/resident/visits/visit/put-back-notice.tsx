import { formatPublicNumber } from '../../../../domain/booking/public-number';
import type { PutBackNote } from '../../../../offline/store/put-back/visit-put-back';
import type { Visit } from '../../../../offline/store/visit/visit';
import { forgetPutBack } from '../../../../offline/store/visit/visits';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { usePhone } from '../../shell/phone/phone-context';
import { formatWindow } from '../calendar/format-date';

/** Says what a server that was put back to a backup has lost of this visit, until the resident has read it. */
export function PutBackNotice({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { store } = usePhone();
  const { putBack, row } = visit;
  if (putBack === undefined) return null;
  const { notes, number, scheduled } = putBack;
  const isNumberOther = number !== undefined && row !== undefined && number !== row.number;
  const say = (note: PutBackNote) => {
    if (note !== 'date' && note !== 'date-again') return t(`visits.put-back.${note}`);
    return scheduled && t(`visits.put-back.${note}`, { when: formatWindow(scheduled) });
  };
  return (
    <Notice kind="warning" title={t('visits.put-back.title')} isLive>
      <p>{t('visits.put-back.lead')}</p>
      {notes.map((note) => (
        <p key={note}>{say(note)}</p>
      ))}
      {isNumberOther && <p>{t('visits.put-back.number', { number: formatPublicNumber(number) })}</p>}
      <Button variant="secondary" onClick={() => void forgetPutBack(store, visit.id)}>
        {t('visits.put-back.read')}
      </Button>
    </Notice>
  );
}
