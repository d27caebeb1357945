import { useState, useSyncExternalStore } from 'react';
import { LANGUAGE_NAMES } from '../../copy/language-choice';
import { isLocale, useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { RadioRows } from '../../ui/choice-rows/choice-rows';
import { KeepStatus } from '../../ui/keep-status/keep-status';
import { LinkRows } from '../../ui/link-rows/link-rows';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { chooseMode } from '../../ui/theme/mode-choice';
import { chooseTheme, readThemeChoice, watchTheme } from '../../ui/theme/theme-choice';
import { useLanguage } from '../shell/language/use-language';
import { WipePhone } from '../shell/phone/wipe-phone';
import { useSimpleMode } from '../shell/simple/simple-mode';
import { hasVoiceConsent, keepVoiceConsent } from '../shell/simple/voice-consent';

const LANGUAGES = Object.keys(LANGUAGE_NAMES)
  .filter(isLocale)
  .map((value) => ({ value, label: LANGUAGE_NAMES[value] }));

/** Sets the language, the mode and the theme, and wipes this phone. */
export function SettingsPage() {
  const { t } = useWords();
  const { locale, choose, hasFailed } = useLanguage();
  const isSimple = useSimpleMode();
  const [isVoiceSent, setIsVoiceSent] = useState(hasVoiceConsent);
  const theme = useSyncExternalStore(watchTheme, readThemeChoice, () => 'phone' as const);
  return (
    <Page back={<BackLink to="/" />}>
      <PageHeading takesFocus title={t('settings.title')}>
        {t('settings.title')}
      </PageHeading>
      <RadioRows
        id="language"
        label={t('shell.language')}
        error={hasFailed ? t('shell.language.failed') : undefined}
        choices={LANGUAGES}
        value={locale}
        onChange={(wanted) => void choose(wanted)}
      />
      <RadioRows
        id="mode"
        label={t('settings.mode')}
        choices={[
          { value: 'usual', label: t('settings.mode.usual'), icon: 'handset' },
          { value: 'simple', label: t('settings.mode.simple'), icon: 'speaker' },
        ]}
        value={isSimple ? 'simple' : 'usual'}
        onChange={(mode) => chooseMode(mode === 'simple')}
      />
      <RadioRows
        id="theme"
        label={t('settings.theme')}
        choices={[
          { value: 'phone', label: t('settings.theme.phone'), icon: 'handset' },
          { value: 'light', label: t('settings.theme.light'), icon: 'sun' },
          { value: 'dark', label: t('settings.theme.dark'), icon: 'moon' },
        ]}
        value={theme}
        onChange={chooseTheme}
      />
      {(isSimple || isVoiceSent) && (
        <RadioRows
          id="voice"
          label={t('settings.voice')}
          choices={[
            { value: 'ask', label: t('settings.voice.ask') },
            { value: 'yes', label: t('settings.voice.yes') },
          ]}
          value={isVoiceSent ? 'yes' : 'ask'}
          onChange={(answer) => {
            keepVoiceConsent(answer === 'yes');
            setIsVoiceSent(hasVoiceConsent());
          }}
        />
      )}
      <LinkRows
        rows={[
          { to: '/keluarga', title: t('home.family'), icon: 'people' },
          { to: '/pindah', title: t('settings.move'), hint: t('settings.move.hint'), icon: 'handset' },
          { to: '/pengaturan/pin', title: t('settings.pin'), hint: t('settings.pin.hint'), icon: 'handset' },
        ]}
      />
      <KeepStatus />
      <WipePhone />
    </Page>
  );
}
