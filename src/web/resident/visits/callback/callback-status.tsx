import { localDateAt, localTimeAt } from '../../../../domain/calendar/local-date';
import type { Callback } from '../../../../offline/store/callback/callback';
import { fullDayWords, timeWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import type { IconName } from '../../../ui/icon/icon-paths';
import { StatusTag, type StatusTone } from '../../../ui/status-tag/status-tag';
import { usePhone } from '../../shell/phone/phone-context';

type Kind = 'kept' | 'sent' | 'asked' | 'done' | 'withdrawn' | 'refused';

const KIND_TAGS: Readonly<Record<Kind, { readonly tone: StatusTone; readonly icon: IconName }>> = {
  kept: { tone: 'waiting', icon: 'handset' },
  sent: { tone: 'waiting', icon: 'send' },
  asked: { tone: 'good', icon: 'send' },
  done: { tone: 'plain', icon: 'done' },
  withdrawn: { tone: 'plain', icon: 'close' },
  refused: { tone: 'bad', icon: 'problem' },
};

/**
 * Says the state of a callback as far as this phone knows. Promises nothing that the server has not
 * confirmed.
 */
export function CallbackStatus({ callback }: { callback: Callback }) {
  const { t } = useWords();
  const { delivery, row, isWithdrawing } = callback;
  const kind: Kind = delivery === 'known' ? (row?.state ?? 'sent') : delivery;
  return (
    <>
      <StatusTag {...KIND_TAGS[kind]}>{t(`callback.state.${kind}`)}</StatusTag>
      {kind === 'kept' && <p>{t('callback.kept')}</p>}
      {kind === 'asked' && row && <Promised by={Date.parse(row.promisedBy)} />}
      {isWithdrawing && <p>{t('callback.withdrawing')}</p>}
    </>
  );
}

/** `by`: Unix milliseconds. */
function Promised({ by }: { by: number }) {
  const { t, locale } = useWords();
  const { city, now, isTimeSure } = usePhone();
  const { utcOffsetMinutes } = city.settings;
  // By a clock that may be wrong the promise still stands.
  if (by < now() && isTimeSure()) return <p>{t('callback.late')}</p>;
  const day = fullDayWords(localDateAt(by, utcOffsetMinutes), locale);
  const time = timeWords(localTimeAt(by, utcOffsetMinutes), locale);
  return <p>{t('callback.promise', { day, time })}</p>;
}
