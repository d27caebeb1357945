import { useSyncExternalStore } from 'react';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { chooseTheme, isDarkNow, watchTheme } from '../../../ui/theme/theme-choice';

/** Switches between the light and the dark theme; the settings page can also follow the phone. */
export function ThemeSwitch() {
  const { t } = useWords();
  // The build has no phone to ask, so it draws the light theme.
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
