import { isPlainPress } from '../../../ui/follow-link/is-plain-press';

/** What React would take over the whole page for at once, in the event itself. */
const PRESSES = [
  'pointerdown',
  'pointerup',
  'pointercancel',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'touchcancel',
  'keydown',
  'keyup',
  'focusin',
  'focusout',
  'click',
] as const;

/** Held no longer than this, in milliseconds: should the page never be taken over, its links still lead somewhere. */
const HELD_AT_MOST_MS = 5_000;

let release = () => {};

/**
 * Until `releasePresses`, React hears of no press, and the last click is made again then. A page as the build drew it is
 * taken over in small parts; a press meanwhile would have all of it done before the picture that answers the press (some
 * 60 ms on a slow phone), where the styles alone show at once that it is pressed.
 */
export function holdPresses(): void {
  let pressed: HTMLElement | undefined;
  const hold = (event: Event) => {
    event.stopPropagation();
    if (!(event instanceof MouseEvent) || event.type !== 'click' || !isPlainPress(event)) return;
    event.preventDefault();
    pressed = targetOf(event) ?? pressed;
  };
  const late = setTimeout(() => release(), HELD_AT_MOST_MS);
  release = () => {
    release = () => {};
    clearTimeout(late);
    for (const name of PRESSES) window.removeEventListener(name, hold, true);
    if (pressed?.isConnected) pressed.click();
  };
  for (const name of PRESSES) window.addEventListener(name, hold, true);
}

/** The page is taken over. */
export function releasePresses(): void {
  release();
}

function targetOf({ target }: Event): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('a, button')) || undefined;
}
