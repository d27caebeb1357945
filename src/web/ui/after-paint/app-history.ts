import { UNSAFE_createBrowserHistory } from 'react-router-dom';
import { afterNextPicture } from './after-next-picture';
import { unbentAddress } from './unbent-address';

export type AppHistory = ReturnType<typeof UNSAFE_createBrowserHistory>;

/**
 * Creates the browser's history for `unstable_HistoryRouter` as `BrowserRouter` does, except that opening
 * another address waits for the next frame. `pushState` alone takes Chromium some 4 ms (25 ms on a slow
 * phone), and in a tap's handler it delays the frame that answers the tap. Of two presses within one frame
 * only the later opens its page.
 */
export function createAppHistory(): AppHistory {
  const { pathname, search, hash } = window.location;
  const unbent = unbentAddress(`${pathname}${search}${hash}`);
  if (unbent !== undefined) window.history.replaceState(null, '', unbent);
  const history = UNSAFE_createBrowserHistory({ v5Compat: true });
  const pushNow = history.push;
  let callOff = () => {};
  history.push = (to, state) => {
    callOff();
    callOff = afterNextPicture(() => pushNow(to, state));
  };
  return history;
}
