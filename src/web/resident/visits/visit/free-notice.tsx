import { shortAddress } from '../../../copy/short-address';
import { useWords } from '../../../copy/words';
import { Notice } from '../../../ui/notice/notice';
import { usePhone } from '../../shell/phone/phone-context';

/** Says that everything is free, and where to report anyone who asks for money. */
export function FreeNotice() {
  const { t } = useWords();
  const { text, url, sms } = usePhone().city.settings.complaints;
  return (
    <Notice kind="info" title={t('visits.free.title')}>
      <p>{text}</p>
      <p>
        <a href={url} target="_blank" rel="noopener noreferrer">
          {shortAddress(url)}
        </a>
        {' · '}
        <a href={`sms:${sms}`}>{t('visits.free.sms', { number: sms })}</a>
      </p>
    </Notice>
  );
}
