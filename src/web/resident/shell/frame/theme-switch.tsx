import { useSyncExternalStore } from 'react';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { chooseTheme, isDarkNow, watchTheme } from '../../../ui/theme/theme-choice';

/** Turns day to night and back; the settings page can also follow the phone again. */
export function ThemeSwitch() {
  const { t } = useWords();
  // The first drawing is made without a phone, so it shows the day.
  const isDark = useSyncExternalStore(watchTheme, isDarkNow, () => false);
  return (
    <Button
      variant="quiet"
      icon={isDark ? 'sun' : 'moon'}
      onClick={() => chooseTheme(isDark ? 'light' : 'dark')}
    >
      {t(isDark ? 'shell.theme.toLight' : 'shell.theme.toDark')}
    </Button>
  );
}
