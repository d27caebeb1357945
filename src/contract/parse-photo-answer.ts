import * as v from 'valibot';
import { type PhotoAnswer, photoAnswer } from './photo';

/** Reads the response of `PUT /api/photos/{sha256}`; `undefined` when it is anything else. */
export function parsePhotoAnswer(body: unknown): PhotoAnswer | undefined {
  const parsed = v.safeParse(photoAnswer, body);
  return parsed.success ? parsed.output : undefined;
}
