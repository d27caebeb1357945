import * as v from 'valibot';
import { instant } from './scalars';

/** How long the server keeps an old phone's data for the new phone. */
export const TRANSFER_MINUTES = 15;
/**
 * Largest transfer, as text (base64url of what the old phone sealed); it fits the server's limit for a body.
 */
export const MAX_TRANSFER_CHARS = 500_000;

const sealed = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(MAX_TRANSFER_CHARS),
  v.regex(/^[A-Za-z0-9_-]+$/),
);

/** Body of `PUT /api/moves/{id}`. The key is only in the link: the server cannot open the content. */
export const transferUpload = v.strictObject({ sealed });
/** Response of `PUT /api/moves/{id}`. */
export const transferOpened = v.object({ endsAt: instant });
/** Response of `GET /api/moves/{id}`, as often as a phone asks until the transfer is taken. */
export const transferContent = v.object({ sealed, endsAt: instant });
/** Response of `POST /api/moves/{id}/take`, also when the same phone took the transfer before. */
export const transferTaken = v.object({ isTaken: v.literal(true) });

export type TransferUpload = v.InferOutput<typeof transferUpload>;
export type TransferOpened = v.InferOutput<typeof transferOpened>;
export type TransferContent = v.InferOutput<typeof transferContent>;
export type TransferTaken = v.InferOutput<typeof transferTaken>;

/** Reads the response of a transfer route; `undefined` when it is anything else. */
export function parseTransferContent(body: unknown): TransferContent | undefined {
  const parsed = v.safeParse(transferContent, body);
  return parsed.success ? parsed.output : undefined;
}

export function parseTransferOpened(body: unknown): TransferOpened | undefined {
  const parsed = v.safeParse(transferOpened, body);
  return parsed.success ? parsed.output : undefined;
}
