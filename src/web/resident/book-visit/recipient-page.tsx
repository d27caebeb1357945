import { localDateAt } from '../../../domain/calendar/local-date';
import { parseBirthYear } from '../../../domain/people/birth-year';
import { checkNikAgainst, parseNik } from '../../../domain/people/nik';
import { useWords } from '../../copy/words';
import { Notice } from '../../ui/notice/notice';
import { TextField } from '../../ui/text-field/text-field';
import { YearDoubt } from '../shell/form/year-doubt';
import { usePhone } from '../shell/phone/phone-context';
import { QuestionPage } from './question-page';
import type { Form } from './use-draft';
import { useQuestion } from './use-question';

/**
 * Whether the NIK holds another year of birth than the one typed. Only a warning, because corrected data
 * exist.
 */
function hasOtherYear(nikText: string, yearText: string, thisYear: number): boolean {
  const nik = parseNik(nikText);
  const year = parseBirthYear(yearText, thisYear);
  if (!nik.ok || !year.ok) return false;
  return checkNikAgainst(nik.nik, { birthYear: year.birthYear }).length > 0;
}

export function RecipientPage({ form }: { form: Form }) {
  const { t } = useWords();
  const { city, now } = usePhone();
  const question = useQuestion(form, 'penerima');
  const { draft, change } = form;
  const thisYear = Number(localDateAt(now(), city.settings.utcOffsetMinutes).slice(0, 4));
  return (
    <QuestionPage
      question={question}
      heading={t(draft.recipientIs === 'self' ? 'booking.recipient.self' : 'booking.recipient')}
    >
      {question.shows('recipientName') && (
        <TextField
          id="recipientName"
          label={t('booking.recipient.name')}
          hint={t('booking.recipient.name.hint')}
          error={question.errorOf('recipientName')}
          // The browser would fill in the phone owner's name, not that of somebody they book for.
          autoComplete={draft.recipientIs === 'self' ? 'name' : 'off'}
          autoCapitalize="words"
          spellCheck={false}
          value={draft.recipientName}
          onChange={(recipientName) => change({ recipientName })}
        />
      )}
      {question.shows('birthYear') && (
        <TextField
          id="birthYear"
          label={t('booking.recipient.birthYear')}
          hint={t('booking.recipient.birthYear.hint')}
          error={question.errorOf('birthYear')}
          inputMode="numeric"
          autoComplete={draft.recipientIs === 'self' ? 'bday-year' : 'off'}
          value={draft.birthYear}
          onChange={(birthYear) => change({ birthYear })}
        />
      )}
      {question.shows('birthYear') && <YearDoubt year={draft.birthYear} />}
      {question.shows('nik') && (
        <TextField
          id="nik"
          label={t('booking.recipient.nik')}
          hint={t('booking.recipient.nik.hint')}
          error={question.errorOf('nik')}
          isOptional
          inputMode="numeric"
          autoComplete="off"
          value={draft.nik}
          onChange={(nik) => change({ nik })}
        />
      )}
      {question.shows('nik') && hasOtherYear(draft.nik, draft.birthYear, thisYear) && (
        <Notice kind="warning" isLive>
          {t('booking.recipient.nik.otherYear')}
        </Notice>
      )}
    </QuestionPage>
  );
}
