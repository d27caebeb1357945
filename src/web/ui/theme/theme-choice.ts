/** `phone`: follows the phone's setting. */
export type ThemeChoice = 'phone' | 'light' | 'dark';

const KEY = 'mpp-theme';
const listeners = new Set<() => void>();

/** Returns the choice kept on this phone; `phone` without a choice or without storage. */
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
    // Without storage, the choice holds until the app is closed.
  }
  showTheme(choice);
  for (const tell of listeners) tell();
}

/** Calls `onChange` whenever the choice or the phone's own setting changes. */
export function watchTheme(onChange: () => void): () => void {
  const night = matchMedia('(prefers-color-scheme: dark)');
  night.addEventListener('change', onChange);
  listeners.add(onChange);
  return () => {
    night.removeEventListener('change', onChange);
    listeners.delete(onChange);
  };
}

/** Whether the page is dark now. */
export function isDarkNow(): boolean {
  const shown = document.documentElement.dataset.theme;
  return shown ? shown === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}
