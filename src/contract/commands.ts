import * as v from 'valibot';
import { MAX_CALLBACK_NOTE_CHARS } from '../domain/people/callback';
import { MAX_NAME_CHARS } from '../domain/people/text-limits';
import { bookingRequest, windowChoice } from './booking-request';
import {
  bookingId,
  callbackId,
  commandId,
  followerId,
  instant,
  photoDigest,
  requirementId,
  sha256,
  shortText,
  token128,
} from './scalars';

/** `madeAt` is the phone's time: kept to be shown, never judged by. */
const common = { id: commandId, madeAt: instant };

export const submitBooking = v.strictObject({
  ...common,
  name: v.literal('submit-booking'),
  bookingId,
  request: bookingRequest,
  /** SHA-256 of the follow token; the token itself stays on the phone and in the link it shares. */
  followHash: sha256,
});

export const cancelBooking = v.strictObject({
  ...common,
  name: v.literal('cancel-booking'),
  bookingId,
  reason: v.optional(shortText(500)),
});

export const chooseWindow = v.strictObject({
  ...common,
  name: v.literal('choose-window'),
  bookingId,
  choice: windowChoice,
});

/** Another phone opened the follow link: it sees the visit, without the personal data. Its owner sees who follows. */
export const followBooking = v.strictObject({
  ...common,
  name: v.literal('follow-booking'),
  token: token128,
  /** What the owner reads; a phone of before names were asked sends none. */
  followerName: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_NAME_CHARS))),
});

/** The owner lets a phone follow no longer; harmless where it does not. */
export const withdrawFollower = v.strictObject({
  ...common,
  name: v.literal('withdraw-follower'),
  bookingId,
  followerId,
});

/** The owner has a new follow link: the old one lets nobody in from then on. Who follows already stays. */
export const renewFollowLink = v.strictObject({
  ...common,
  name: v.literal('renew-follow-link'),
  bookingId,
  /** As in `submit-booking`. */
  followHash: sha256,
});

/** "Minta ditelepon": who to call, and nothing more. A number is judged further by domain/people/phone. */
export const askCallback = v.strictObject({
  ...common,
  name: v.literal('ask-callback'),
  callbackId,
  person: v.strictObject({
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_NAME_CHARS)),
    phone: v.pipe(v.string(), v.regex(/^\+62\d{7,12}$/)),
  }),
  note: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_CALLBACK_NOTE_CHARS))),
});

/** Asks to be called no longer; harmless where the call was made already. */
export const withdrawCallback = v.strictObject({
  ...common,
  name: v.literal('withdraw-callback'),
  callbackId,
});

/** Shows a document by a photo that the server has whole (`PUT /api/photos/{sha256}`). */
export const attachPhoto = v.strictObject({
  ...common,
  name: v.literal('attach-photo'),
  bookingId,
  requirementId,
  photo: photoDigest,
});

/** Takes a photo away; harmless where it is not there. */
export const removePhoto = v.strictObject({
  ...common,
  name: v.literal('remove-photo'),
  bookingId,
  photo: photoDigest,
});

/** The owner of a visit that is over has her personal data deleted at the city; harmless where they are. */
export const eraseBooking = v.strictObject({ ...common, name: v.literal('erase-booking'), bookingId });

export const command = v.variant('name', [
  submitBooking,
  cancelBooking,
  chooseWindow,
  followBooking,
  withdrawFollower,
  renewFollowLink,
  askCallback,
  withdrawCallback,
  attachPhoto,
  removePhoto,
  eraseBooking,
]);

export type Command = v.InferOutput<typeof command>;
export type SubmitBooking = v.InferOutput<typeof submitBooking>;
export type CancelBooking = v.InferOutput<typeof cancelBooking>;
export type ChooseWindow = v.InferOutput<typeof chooseWindow>;
export type FollowBooking = v.InferOutput<typeof followBooking>;
export type WithdrawFollower = v.InferOutput<typeof withdrawFollower>;
export type RenewFollowLink = v.InferOutput<typeof renewFollowLink>;
export type AskCallback = v.InferOutput<typeof askCallback>;
export type WithdrawCallback = v.InferOutput<typeof withdrawCallback>;
export type AttachPhoto = v.InferOutput<typeof attachPhoto>;
export type EraseBooking = v.InferOutput<typeof eraseBooking>;
export type RemovePhoto = v.InferOutput<typeof removePhoto>;
