import { UNSAFE_createBrowserHistory } from 'react-router-dom';
import { afterNextPicture } from './after-next-picture';
import { unbentAddress } from './unbent-address';

export type AppHistory = ReturnType<typeof UNSAFE_createBrowserHistory>;

/**
 * The browser's history for `unstable_HistoryRouter`, as `BrowserRouter` makes it, except that going to another address
 * waits for the next picture. `pushState` alone takes Chromium some 4 ms, 25 on a slow phone, and in the handler of a tap
 * it delays the picture that answers it. Of two presses within one picture the later counts: one page is gone to.
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
