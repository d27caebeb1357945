const THEMES = ['light', 'dark'] as const;
const SIZES = ['18', '22', '200'] as const;

/** How an example is shown: its theme, and its text at 18 px, at 22 px (mode sederhana) or at 200 %. */
export type Look = { readonly theme: (typeof THEMES)[number]; readonly size: (typeof SIZES)[number] };

export const LOOKS: readonly Look[] = THEMES.flatMap((theme) => SIZES.map((size) => ({ theme, size })));

const SIZE_WORDS = { '18': '18 px', '22': '22 px', '200': '200 %' } as const;

/** Names a look, such as "Dark, 22 px". */
export function nameLook({ theme, size }: Look): string {
  return `${theme === 'dark' ? 'Dark' : 'Light'}, ${SIZE_WORDS[size]}`;
}

/** Reads the look that an address asks for: `?theme=dark&size=22`; light and 18 px by default. */
export function readLook(address: URLSearchParams): Look {
  return {
    theme: THEMES.find((theme) => theme === address.get('theme')) ?? 'light',
    size: SIZES.find((size) => size === address.get('size')) ?? '18',
  };
}

/** Gives this document a look, as the app's own switches and a browser set to large text do. */
export function showLook({ theme, size }: Look): void {
  const page = document.documentElement;
  page.dataset.theme = theme;
  if (size === '22') page.dataset.mode = 'simple';
  if (size === '200') page.style.fontSize = '200%';
  page.dataset.started = '';
}
