/** `phone`: as the phone is set. */
export type ThemeChoice = 'phone' | 'light' | 'dark';

const KEY = 'mpp-theme';
const listeners = new Set<() => void>();

/** What was chosen on this phone; `phone` where nothing was, or where the browser keeps nothing. */
export function readThemeChoice(): ThemeChoice {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'phone';
  } catch {
    return 'phone';
  }
}

/** Shows the colours of a choice, without keeping it. */
export function showTheme(choice: ThemeChoice): void {
  if (choice === 'phone') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}

/** Keeps a choice and shows it at once. */
export function chooseTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // A browser that keeps nothing shows the choice until the app is closed.
  }
  showTheme(choice);
  for (const tell of listeners) tell();
}

/** Tells of changes of the choice and of the phone's own setting. */
export function watchTheme(onChange: () => void): () => void {
  const night = matchMedia('(prefers-color-scheme: dark)');
  night.addEventListener('change', onChange);
  listeners.add(onChange);
  return () => {
    night.removeEventListener('change', onChange);
    listeners.delete(onChange);
  };
}

/** Whether the screen is dark now. */
export function isDarkNow(): boolean {
  const shown = document.documentElement.dataset.theme;
  return shown ? shown === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}
