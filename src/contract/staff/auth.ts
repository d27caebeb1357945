import * as v from 'valibot';
import { STAFF_ROLES, type StaffId } from '../../domain/staff/role';
import { areaCode, instant, token128 } from '../scalars';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const staffId = v.pipe(
  v.string(),
  v.maxLength(36),
  v.regex(uuid),
  v.transform((text) => text as StaffId),
);
/** What a member of staff signs in with: letters, digits, dots and hyphens; compared in lower case. */
export const signInName = v.pipe(v.string(), v.maxLength(60), v.regex(/^[A-Za-z0-9][A-Za-z0-9.-]{2,59}$/));
const passwordText = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const totpCode = v.pipe(v.string(), v.regex(/^\d{6}$/));
const personName = v.pipe(v.string(), v.minLength(2), v.maxLength(80));
export const unitId = v.pipe(v.string(), v.maxLength(40), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/**
 * A member of staff as the staff app shows them. `unit` is for crew, `areas` (codes of kelurahan) for
 * kelurahan staff.
 */
export const staffMember = v.object({
  id: staffId,
  signInName,
  name: personName,
  role: v.picklist(STAFF_ROLES),
  unit: v.optional(unitId),
  areas: v.array(areaCode),
  isDisabled: v.boolean(),
  hasPassword: v.boolean(),
  hasTotp: v.boolean(),
  passkeys: v.number(),
});

/** Body of `POST /api/staff/sign-in`. `code` is sent after the answer `totp-needed`. */
export const signInRequest = v.strictObject({
  signInName,
  password: passwordText,
  code: v.optional(totpCode),
});

/**
 * Response of sign-in, of accepting an invite and of `GET /api/staff/me`. The session itself is only in the
 * cookie.
 */
export const signedIn = v.object({
  me: staffMember,
  /** When the session ends at the latest; an idle session ends earlier. */
  endsAt: instant,
  /** Until when this phone may work offline: the end of the city's day. */
  offlineUntil: instant,
  /** An admin without a second factor must set one up before doing anything else. */
  mustSetUpTotp: v.boolean(),
});

/** One of the caller's own sessions, in the response `{sessions: []}` of `GET /api/staff/sessions`. */
export const sessionRow = v.object({
  id: v.string(),
  startedAt: instant,
  lastSeenAt: instant,
  /** Browser and system, according to the user agent. */
  device: v.string(),
  isThis: v.boolean(),
});

/** Body of `POST /api/staff/invites` (admin): creates a member of staff, and a link that admits them once. */
export const inviteRequest = v.strictObject({
  signInName,
  name: personName,
  role: v.picklist(STAFF_ROLES),
  unit: v.optional(unitId),
  areas: v.pipe(v.array(areaCode), v.maxLength(30)),
});
/** `link` is shown once: /petugas/undangan#TOKEN. */
export const inviteMade = v.object({ member: staffMember, link: v.string(), endsAt: instant });

/**
 * Body of `POST /api/staff/invites/look` {token}, which tells who is invited before they choose a password.
 */
export const inviteToken = v.strictObject({ token: token128 });
export const inviteSeen = v.object({
  /** Absent for the first admin, who chooses both names. */
  name: v.optional(personName),
  signInName: v.optional(signInName),
  role: v.picklist(STAFF_ROLES),
  isFirstAdmin: v.boolean(),
});
/** Body of `POST /api/staff/invites/accept`. The first admin chooses both names here too. */
export const inviteAccept = v.strictObject({
  token: token128,
  password: passwordText,
  signInName: v.optional(signInName),
  name: v.optional(personName),
});

/** Body of `POST /api/staff/totp/confirm`, after `POST /api/staff/totp/begin` has answered {secret, uri}. */
export const totpConfirm = v.strictObject({ code: totpCode });
export const totpBegun = v.object({ secret: v.string(), uri: v.string() });

/** Body of `PATCH /api/staff/members/{id}` (admin). */
export const memberChange = v.strictObject({
  isDisabled: v.optional(v.boolean()),
  role: v.optional(v.picklist(STAFF_ROLES)),
  unit: v.optional(v.nullable(unitId)),
  areas: v.optional(v.pipe(v.array(areaCode), v.maxLength(30))),
});

export type StaffMember = v.InferOutput<typeof staffMember>;
export type SignedIn = v.InferOutput<typeof signedIn>;
export type SessionRow = v.InferOutput<typeof sessionRow>;
export type SignInRequest = v.InferOutput<typeof signInRequest>;
export type InviteRequest = v.InferOutput<typeof inviteRequest>;
export type InviteMade = v.InferOutput<typeof inviteMade>;
export type InviteSeen = v.InferOutput<typeof inviteSeen>;
export type InviteAccept = v.InferOutput<typeof inviteAccept>;
export type TotpBegun = v.InferOutput<typeof totpBegun>;
export type MemberChange = v.InferOutput<typeof memberChange>;

const base64Url = v.pipe(v.string(), v.minLength(1), v.maxLength(4_000), v.regex(/^[A-Za-z0-9_-]+$/));
const passkeyId = v.pipe(v.string(), v.minLength(1), v.maxLength(1_400), v.regex(/^[A-Za-z0-9_-]+$/));
const credential = { id: passkeyId, rawId: passkeyId, type: v.literal('public-key') };

/**
 * What the browser made of `POST /api/staff/passkeys/register-options`, in the form of
 * `PublicKeyCredential.toJSON()`; other members are ignored. Body of `.../register`, which answers {passkeys:
 * []} just as `GET /api/staff/passkeys` does.
 */
export const passkeyRegistration = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: base64Url,
    attestationObject: base64Url,
    transports: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(30))), v.maxLength(10))),
  }),
});

/**
 * The same for `.../sign-in-options`: body of `POST /api/staff/passkeys/sign-in`, which answers as sign-in
 * does.
 */
export const passkeyAnswer = v.object({
  ...credential,
  response: v.object({ clientDataJSON: base64Url, authenticatorData: base64Url, signature: base64Url }),
});

/** One of the caller's own passkeys. */
export const passkeyRow = v.object({
  id: v.string(),
  device: v.string(),
  createdAt: instant,
  lastUsedAt: v.optional(instant),
});

/** Body of `POST /api/staff/password`, which ends all other sessions. */
export const passwordChange = v.strictObject({ current: passwordText, password: passwordText });

export type PasskeyRegistration = v.InferOutput<typeof passkeyRegistration>;
export type PasskeyAnswer = v.InferOutput<typeof passkeyAnswer>;
export type PasskeyRow = v.InferOutput<typeof passkeyRow>;
export type PasswordChange = v.InferOutput<typeof passwordChange>;
