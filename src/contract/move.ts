import * as v from 'valibot';
import { instant } from './scalars';

/** How long what an old phone sent waits for the new one. */
export const MOVE_MINUTES = 15;
/** Bound of what is moved, as text (base64url of what the old phone sealed): within the server's bound of a body. */
export const MAX_MOVE_CHARS = 500_000;

const sealed = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_MOVE_CHARS), v.regex(/^[A-Za-z0-9_-]+$/));

/** Body of `PUT /api/moves/{id}`. The key to it is in the link alone: the server cannot open it. */
export const moveUpload = v.strictObject({ sealed });
/** Answer to it. */
export const moveOpened = v.object({ endsAt: instant });
/** Answer of `GET /api/moves/{id}`, as often as is asked until it is taken. */
export const moveContent = v.object({ sealed, endsAt: instant });
/** Answer of `POST /api/moves/{id}/take`, and to whoever took it before. */
export const moveTaken = v.object({ isTaken: v.literal(true) });

export type MoveUpload = v.InferOutput<typeof moveUpload>;
export type MoveOpened = v.InferOutput<typeof moveOpened>;
export type MoveContent = v.InferOutput<typeof moveContent>;
export type MoveTaken = v.InferOutput<typeof moveTaken>;

/** An answer of the routes of moves; `undefined` when it is anything else. */
export function parseMoveContent(body: unknown): MoveContent | undefined {
  const parsed = v.safeParse(moveContent, body);
  return parsed.success ? parsed.output : undefined;
}

export function parseMoveOpened(body: unknown): MoveOpened | undefined {
  const parsed = v.safeParse(moveOpened, body);
  return parsed.success ? parsed.output : undefined;
}
