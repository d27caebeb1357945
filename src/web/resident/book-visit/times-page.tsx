import { useEffect, useState } from 'react';
import { localDateAt, localTimeAt } from '../../../domain/calendar/local-date';
import { timeWords } from '../../copy/dates';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { RadioRows } from '../../ui/choice-rows/choice-rows';
import { Notice } from '../../ui/notice/notice';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden';
import { usePhone } from '../shell/phone/phone-context';
import { residentDayWords } from './date-words';
import { QuestionPage } from './question-page';
import { TimeRows } from './time-rows';
import type { Form } from './use-draft';
import { useQuestion } from './use-question';
import { choiceKey, type Times, useTimes } from './use-times';

export function TimesPage({ form }: { form: Form }) {
  const { t } = useWords();
  const question = useQuestion(form, 'waktu');
  const { draft, change } = form;
  const { isTimeSure } = usePhone();
  const times = useTimes(draft);
  const [isChoosing, setIsChoosing] = useState(draft.windows.length > 0);
  const [note, setNote] = useState<'gone' | 'tooMany' | undefined>(undefined);
  const heading = t('booking.times');

  // Days pass, and a changed address may have another rota: a wish that can no longer be met is removed, and
  // the page says so. By a clock that may be wrong nothing is removed.
  const isSure = isTimeSure();
  const kept = draft.windows.filter(
    (choice) => !isSure || times.offered.some((time) => choiceKey(time) === choiceKey(choice)),
  );
  const hasGone = kept.length < draft.windows.length;
  useEffect(() => {
    if (!hasGone) return;
    change({ windows: kept });
    setNote('gone');
  });

  const mode = draft.isAnyTime ? 'any' : isChoosing ? 'choose' : undefined;
  const pleaseChoose = question.errorOf('windows');
  return (
    <QuestionPage question={question} heading={heading}>
      <RadioRows
        id={isChoosing && times.offered.length > 0 ? 'mode' : 'windows'}
        label={<VisuallyHidden>{heading}</VisuallyHidden>}
        error={isChoosing && times.offered.length > 0 ? undefined : pleaseChoose}
        choices={[
          { value: 'any', label: t('booking.times.any'), hint: t('booking.times.any.hint') },
          { value: 'choose', label: t('booking.times.choose'), hint: t('booking.times.choose.hint') },
        ]}
        value={mode}
        onChange={(value) => {
          setIsChoosing(value === 'choose');
          change({ isAnyTime: value === 'any' });
        }}
      />
      {mode === 'choose' && (
        <>
          <ReadAt times={times} />
          {note && (
            <Notice kind="info" isLive>
              {t(`booking.times.${note}`)}
            </Notice>
          )}
          {times.offered.length === 0 && <Notice kind="info">{t('booking.times.none')}</Notice>}
          {times.offered.length === 0 && !isSure && (
            <Notice kind="warning">{t('booking.clock.check')}</Notice>
          )}
          <TimeRows
            offered={times.offered}
            chosen={kept}
            error={pleaseChoose}
            onChange={(windows) => {
              setNote(undefined);
              change({ windows });
            }}
            onTooMany={() => setNote('tooMany')}
          />
        </>
      )}
    </QuestionPage>
  );
}

/** Says how old the availability is, and offers to ask again unless it is fresh. */
function ReadAt({ times }: { times: Times }) {
  const { t, locale } = useWords();
  const { city } = usePhone();
  const { source, readAtMs, askAgain } = times;
  const offset = city.settings.utcOffsetMinutes;
  const values =
    readAtMs === undefined
      ? {}
      : {
          day: residentDayWords(localDateAt(readAtMs, offset), locale),
          time: timeWords(localTimeAt(readAtMs, offset), locale),
        };
  return (
    <>
      <p role="status">{t(`booking.times.read.${source}`, values)}</p>
      {(source === 'saved' || source === 'unknown') && (
        <Button variant="quiet" icon="refresh" onClick={askAgain}>
          {t('booking.times.askAgain')}
        </Button>
      )}
    </>
  );
}
