// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterNextPicture } from '../../../src/web/ui/after-paint/after-next-picture';
import { createAppHistory } from '../../../src/web/ui/after-paint/app-history';

let frames: FrameRequestCallback[];

/** Draws the next picture as a browser does: it first runs the requested callbacks. */
function drawPicture(): void {
  for (const callback of frames.splice(0)) callback(performance.now());
}

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.splice(id - 1, 1));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('work after the next picture', () => {
  it('waits for the picture and runs as a separate task', () => {
    const work = vi.fn();
    afterNextPicture(work);
    vi.advanceTimersByTime(0);
    expect(work).not.toHaveBeenCalled();
    drawPicture();
    expect(work).not.toHaveBeenCalled();
    vi.advanceTimersByTime(0);
    expect(work).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(1_000);
    expect(work).toHaveBeenCalledOnce();
  });

  it('is done once, without a picture, on a page that draws none', () => {
    const work = vi.fn();
    afterNextPicture(work);
    vi.advanceTimersByTime(100);
    expect(work).toHaveBeenCalledOnce();
    drawPicture();
    vi.advanceTimersByTime(100);
    expect(work).toHaveBeenCalledOnce();
  });

  it.each(['before', 'after'])('can be cancelled %s the picture', (when) => {
    const work = vi.fn();
    const callOff = afterNextPicture(work);
    if (when === 'after') drawPicture();
    callOff();
    vi.advanceTimersByTime(1_000);
    expect(work).not.toHaveBeenCalled();
  });
});

describe('the history of the app', () => {
  const places: string[] = [];
  const settle = () => {
    drawPicture();
    vi.advanceTimersByTime(0);
  };

  beforeEach(() => {
    places.length = 0;
    window.history.replaceState(null, '', '/');
  });

  it('goes to another address after the picture that answers the press', () => {
    const history = createAppHistory();
    const leave = history.listen(({ location }) => places.push(location.pathname));
    history.push('/ajukan');
    expect([window.location.pathname, places]).toEqual(['/', []]);
    settle();
    expect([window.location.pathname, places]).toEqual(['/ajukan', ['/ajukan']]);
    leave();
  });

  it('adds one entry for two presses within one picture, with the later address', () => {
    const history = createAppHistory();
    const leave = history.listen(({ location }) => places.push(location.pathname));
    const before = window.history.length;
    history.push('/ajukan');
    history.push('/kunjungan');
    settle();
    expect([window.location.pathname, places]).toEqual(['/kunjungan', ['/kunjungan']]);
    expect(window.history.length).toBe(before + 1);
    leave();
  });

  it('replaces an address at once', () => {
    const history = createAppHistory();
    const leave = history.listen(({ location }) => places.push(location.pathname));
    history.replace('/kunjungan');
    expect([window.location.pathname, places]).toEqual(['/kunjungan', ['/kunjungan']]);
    leave();
  });
});
