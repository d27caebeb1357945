import { createPhoneClock } from './create-phone-clock';
import { pageStorage } from './kept-time';

const page = globalThis.document as Document | undefined;

/**
 * The clock of this page or worker. Nothing else in the apps reads the phone's own clock: the linter forbids
 * it (`.ci/bare-clock.grit`).
 */
export const phoneClock = createPhoneClock({
  wall: () => Date.now(),
  steady: () => performance.now(),
  storage: pageStorage(),
  isHidden: () => page?.visibilityState !== 'visible',
});

page?.addEventListener('visibilitychange', phoneClock.turn);

/** Sends a request, and learns the server's time from its answer. Rejects as `send` does. */
export async function hearTime(send: () => Promise<Response>): Promise<Response> {
  const departure = phoneClock.depart();
  const response = await send();
  phoneClock.hear(departure, response.headers);
  return response;
}
