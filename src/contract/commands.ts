import * as v from 'valibot';
import { MAX_CALLBACK_NOTE_CHARS } from '../domain/people/callback';
import { MAX_NAME_CHARS } from '../domain/people/text-limits';
import { bookingRequest, windowChoice } from './booking-request';
import { dateRule, requestChange } from './request-change';
import {
  bookingId,
  callbackId,
  commandId,
  followerId,
  instant,
  phoneNumber,
  photoDigest,
  requirementId,
  sha256,
  shortText,
  token128,
} from './scalars';

/** `madeAt` is the phone's time: kept for display, never used to judge. */
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

/**
 * Changes what was asked in a sent request. Refused with `request-changed` where the desk changed the request
 * after `revision`, which is that of the row on which the resident decided; dates that others gave it since
 * are no reason to refuse.
 */
export const changeRequest = v.strictObject({
  ...common,
  name: v.literal('change-request'),
  bookingId,
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  request: requestChange,
  date: dateRule,
});

/**
 * Another phone has opened the follow link: it sees the visit without the personal data, and the requester
 * sees who follows.
 */
export const followBooking = v.strictObject({
  ...common,
  name: v.literal('follow-booking'),
  token: token128,
  /** The name that the requester sees; a phone older than this field sends none. */
  followerName: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_NAME_CHARS))),
});

/** The requester removes a phone from the followers; harmless where it does not follow. */
export const withdrawFollower = v.strictObject({
  ...common,
  name: v.literal('withdraw-follower'),
  bookingId,
  followerId,
});

/** The requester replaces the follow link: the old one admits nobody from then on. Present followers stay. */
export const renewFollowLink = v.strictObject({
  ...common,
  name: v.literal('renew-follow-link'),
  bookingId,
  /** As in `submit-booking`. */
  followHash: sha256,
});

/** "Minta ditelepon": whom to call, and nothing more. */
export const askCallback = v.strictObject({
  ...common,
  name: v.literal('ask-callback'),
  callbackId,
  person: v.strictObject({
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_NAME_CHARS)),
    phone: phoneNumber,
  }),
  note: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_CALLBACK_NOTE_CHARS))),
});

/** The resident no longer wants the call; harmless where it was already made. */
export const withdrawCallback = v.strictObject({
  ...common,
  name: v.literal('withdraw-callback'),
  callbackId,
});

/**
 * Adds a photo of a document to a booking; the server already has the whole photo (`PUT
 * /api/photos/{sha256}`).
 */
export const attachPhoto = v.strictObject({
  ...common,
  name: v.literal('attach-photo'),
  bookingId,
  requirementId,
  photo: photoDigest,
});

/** Removes a photo; harmless where it is not there. */
export const removePhoto = v.strictObject({
  ...common,
  name: v.literal('remove-photo'),
  bookingId,
  photo: photoDigest,
});

/**
 * The requester of a visit that is over has the city delete their personal data; harmless where it is already
 * deleted.
 */
export const eraseBooking = v.strictObject({ ...common, name: v.literal('erase-booking'), bookingId });

export const command = v.variant('name', [
  submitBooking,
  cancelBooking,
  chooseWindow,
  changeRequest,
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
export type ChangeRequest = v.InferOutput<typeof changeRequest>;
export type FollowBooking = v.InferOutput<typeof followBooking>;
export type WithdrawFollower = v.InferOutput<typeof withdrawFollower>;
export type RenewFollowLink = v.InferOutput<typeof renewFollowLink>;
export type AskCallback = v.InferOutput<typeof askCallback>;
export type WithdrawCallback = v.InferOutput<typeof withdrawCallback>;
export type AttachPhoto = v.InferOutput<typeof attachPhoto>;
export type EraseBooking = v.InferOutput<typeof eraseBooking>;
export type RemovePhoto = v.InferOutput<typeof removePhoto>;
