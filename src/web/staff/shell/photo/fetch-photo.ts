import * as v from 'valibot';
import { staffProblemDetails } from '../../../../contract/problem';
import { hearTime } from '../../../../offline/clock/phone-clock';
import { abortAfter } from '../../../../offline/sync/abort-after';
import { pagePatience } from '../../../../offline/sync/patience';
import { ApiFailure } from '../api/api';

const TIMEOUT_MS = 20_000;

/**
 * Fetches the image of a booking's photo; the server writes each viewing in the audit. Rejects with an
 * `ApiFailure`.
 */
export async function fetchPhoto(bookingId: string, photo: string): Promise<Blob> {
  let answer: Response;
  try {
    answer = await hearTime(() =>
      fetch(`/api/staff/photos/${bookingId}/${photo}`, {
        cache: 'no-store',
        credentials: 'same-origin',
        redirect: 'error',
        signal: abortAfter(pagePatience.allow(TIMEOUT_MS)),
      }),
    );
    if (answer.ok) return await answer.blob();
  } catch {
    throw new ApiFailure(navigator.onLine ? 'no-answer' : 'no-network');
  }
  const read = v.safeParse(staffProblemDetails, await answer.json().catch(() => undefined));
  throw new ApiFailure(read.success ? read.output.code : 'answer-not-valid');
}
