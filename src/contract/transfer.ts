import * as v from 'valibot';
import { instant } from './scalars';

/** How long what an old phone sent waits for the new one. */
export const TRANSFER_MINUTES = 15;
/** Bound of what is moved, as text (base64url of what the old phone sealed): within the server's bound of a body. */
export const MAX_TRANSFER_CHARS = 500_000;

const sealed = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(MAX_TRANSFER_CHARS),
  v.regex(/^[A-Za-z0-9_-]+$/),
);

/** Body of `PUT /api/moves/{id}`. The key to it is in the link alone: the server cannot open it. */
export const transferUpload = v.strictObject({ sealed });
/** Answer to it. */
export const transferOpened = v.object({ endsAt: instant });
/** Answer of `GET /api/moves/{id}`, as often as is asked until it is taken. */
export const transferContent = v.object({ sealed, endsAt: instant });
/** Answer of `POST /api/moves/{id}/take`, and to whoever took it before. */
export const transferTaken = v.object({ isTaken: v.literal(true) });

export type TransferUpload = v.InferOutput<typeof transferUpload>;
export type TransferOpened = v.InferOutput<typeof transferOpened>;
export type TransferContent = v.InferOutput<typeof transferContent>;
export type TransferTaken = v.InferOutput<typeof transferTaken>;

/** An answer of the routes of moves; `undefined` when it is anything else. */
export function parseTransferContent(body: unknown): TransferContent | undefined {
  const parsed = v.safeParse(transferContent, body);
  return parsed.success ? parsed.output : undefined;
}

export function parseTransferOpened(body: unknown): TransferOpened | undefined {
  const parsed = v.safeParse(transferOpened, body);
  return parsed.success ? parsed.output : undefined;
}
