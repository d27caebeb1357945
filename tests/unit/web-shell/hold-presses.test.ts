// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdPresses, releasePresses } from '../../../src/web/resident/shell/frame/hold-presses';

let root: HTMLElement;
let heard: string[];
/** Whether the browser's default action was prevented. */
let isPrevented: boolean;

function find(selector: string): HTMLElement {
  const found = root.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`no ${selector}`);
  return found;
}

function press(element: Element, options: MouseEventInit = {}): void {
  for (const name of ['pointerdown', 'mousedown', 'focusin', 'pointerup', 'mouseup', 'click']) {
    const event = new MouseEvent(name, { bubbles: true, cancelable: true, ...options });
    element.dispatchEvent(event);
    if (name === 'click') isPrevented = event.defaultPrevented;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  heard = [];
  root = document.createElement('div');
  root.innerHTML = '<a href="#ajukan"><b>Ajukan</b></a><button type="button">Gelap</button>';
  document.body.append(root);
  for (const name of ['pointerdown', 'mousedown', 'focusin', 'keydown', 'click']) {
    root.addEventListener(name, ({ target }) => {
      heard.push(`${name} ${(target as HTMLElement).localName}`);
    });
  }
});

afterEach(() => {
  releasePresses();
  vi.useRealTimers();
  root.remove();
});

describe('presses on a page that is not hydrated yet', () => {
  it('are held back, and the last click is replayed at release', () => {
    holdPresses();
    press(find('button'));
    press(find('b'));
    expect([heard, isPrevented]).toEqual([[], true]);
    releasePresses();
    expect(heard).toEqual(['click a']);
    releasePresses();
    expect(heard).toEqual(['click a']);
    heard = [];
    press(find('button'));
    expect(heard).toEqual(['pointerdown button', 'mousedown button', 'focusin button', 'click button']);
  });

  it('replay nothing where no control was pressed, or the pressed one is gone', () => {
    holdPresses();
    releasePresses();
    holdPresses();
    press(root);
    releasePresses();
    expect(heard).toEqual([]);
    holdPresses();
    const button = find('button');
    press(button);
    button.remove();
    releasePresses();
    expect(heard).toEqual([]);
  });

  it('that open a new tab are left to the browser', () => {
    holdPresses();
    press(find('a'), { ctrlKey: true });
    expect(isPrevented).toBe(false);
    releasePresses();
    expect(heard).toEqual([]);
  });

  it('are replayed after five seconds if the page is never hydrated', () => {
    holdPresses();
    press(find('a'));
    vi.advanceTimersByTime(5_000);
    expect(heard).toEqual(['click a']);
  });
});
