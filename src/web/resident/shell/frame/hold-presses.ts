import { isPlainPress } from '../../../ui/follow-link/is-plain-press';

/** The events at which React hydrates the whole page at once, inside the event. */
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

/** The longest time presses are held, in milliseconds: if hydration never ends, the links still work. */
const HELD_AT_MOST_MS = 5_000;

let release = () => {};

/**
 * Hides presses from React until `releasePresses`, then repeats the last click. React hydrates the
 * prerendered page in small parts. A press meanwhile would make React hydrate all of it before the frame that
 * answers the press (some 60 ms on a slow phone), while CSS alone shows the pressed state at once.
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

/** Releases held presses: the page is hydrated. */
export function releasePresses(): void {
  release();
}

function targetOf({ target }: Event): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('a, button')) || undefined;
}
