import './language-switch.css';
import { LANGUAGE_NAMES } from '../../../copy/language-choice';
import { isLocale, useWords } from '../../../copy/words';
import { Notice } from '../../../ui/notice/notice';
import { useLanguage } from './use-language';

const LANGUAGES = Object.keys(LANGUAGE_NAMES).filter(isLocale);

/**
 * Offers the languages, each by its own name, at the top of the first page.
 * Criteria: found without knowing the current language; each at least 48 px high; the current one is pressed,
 * underlined and bold, so that colour alone does not mark it.
 */
export function LanguageSwitch() {
  const { t } = useWords();
  const { locale, choose, hasFailed } = useLanguage();
  return (
    <>
      <fieldset className="language-switch" aria-label={t('shell.language')}>
        {LANGUAGES.map((language) => (
          <button
            className="language-switch__choice"
            type="button"
            key={language}
            lang={language}
            aria-pressed={language === locale}
            onClick={() => void choose(language)}
          >
            {LANGUAGE_NAMES[language]}
          </button>
        ))}
      </fieldset>
      {hasFailed && (
        <Notice kind="problem" isLive>
          {t('shell.language.failed')}
        </Notice>
      )}
    </>
  );
}
