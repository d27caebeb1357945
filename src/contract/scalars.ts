import * as v from 'valibot';
import type { BookingId, PublicNumber } from '../domain/booking/booking';
import type { FollowerId } from '../domain/booking/follower';
import type { LocalDate } from '../domain/calendar/local-date';
import type { WindowId } from '../domain/calendar/window';
import type { PackageId, QuestionId, RequirementId, ServiceId } from '../domain/catalogue/service';
import type { AreaCode } from '../domain/city/city';
import type { CallbackId } from '../domain/people/callback';
import type { PhotoDigest } from '../domain/photo/photo';

/*
 * Only what JSON Schema can express too, so that both sides judge alike and the API's description
 * (/api/openapi.json) states every check. Rules that need more (a NIK's date) are in domain.
 */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export type CommandId = string & { readonly __brand: 'CommandId' };
export type Cursor = string & { readonly __brand: 'Cursor' };
export type Base64Url = string & { readonly __brand: 'Base64Url' };

function brandedText<Brand extends string>(pattern: RegExp, maxLength: number) {
  return v.pipe(
    v.string(),
    v.maxLength(maxLength),
    v.regex(pattern),
    v.transform((text) => text as Brand),
  );
}

export const commandId = brandedText<CommandId>(uuid, 36);
export const bookingId = brandedText<BookingId>(uuid, 36);
/** 128 random bits in hex. */
export const followerId = brandedText<FollowerId>(/^[0-9a-f]{32}$/, 32);
export const callbackId = brandedText<CallbackId>(uuid, 36);
export const areaCode = brandedText<AreaCode>(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/, 13);
export const localDate = brandedText<LocalDate>(/^\d{4}-\d{2}-\d{2}$/, 10);
export const windowId = brandedText<WindowId>(slug, 40);
export const serviceId = brandedText<ServiceId>(slug, 60);
export const packageId = brandedText<PackageId>(slug, 60);
export const requirementId = brandedText<RequirementId>(slug, 60);
export const questionId = brandedText<QuestionId>(slug, 60);
export const publicNumber = brandedText<PublicNumber>(/^\d{8}$/, 8);
export const cursor = brandedText<Cursor>(/^\d{1,16}$/, 16);
/**
 * 128 random bits (22 characters) or a SHA-256 digest (43 characters), base64url without padding (RFC 4648).
 */
export const token128 = brandedText<Base64Url>(/^[A-Za-z0-9_-]{22}$/, 22);
export const sha256 = brandedText<Base64Url>(/^[A-Za-z0-9_-]{43}$/, 43);
/** A SHA-256 digest in lower-case hex, as photo addresses contain it. */
export const photoDigest = brandedText<PhotoDigest>(/^[0-9a-f]{64}$/, 64);
/** A telephone number in E.164, of any country. domain/people/phone and the server judge it further. */
export const phoneNumber = v.pipe(v.string(), v.regex(/^\+[1-9]\d{7,14}$/));
export const instant = v.pipe(v.string(), v.maxLength(30), v.regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/));

export function shortText(maxLength: number) {
  return v.pipe(v.string(), v.maxLength(maxLength));
}
