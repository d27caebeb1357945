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
/** What a person signs in with: letters, digits, dot, hyphen; compared in lower case. */
export const signInName = v.pipe(v.string(), v.maxLength(60), v.regex(/^[A-Za-z0-9][A-Za-z0-9.-]{2,59}$/));
const passwordText = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const totpCode = v.pipe(v.string(), v.regex(/^\d{6}$/));
const personName = v.pipe(v.string(), v.minLength(2), v.maxLength(80));
export const unitId = v.pipe(v.string(), v.maxLength(40), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** One who works for the city, as the staff app shows her. `unit` for crew, `areas` (codes of kelurahan) for kelurahan. */
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

/** Body of `POST /api/staff/sign-in`. `code` once the answer was `totp-needed`. */
export const signInRequest = v.strictObject({
  signInName,
  password: passwordText,
  code: v.optional(totpCode),
});

/** Answer of sign-in, of accepting an invite and of `GET /api/staff/me`. The session itself is in the cookie alone. */
export const signedIn = v.object({
  me: staffMember,
  /** End of the session at the latest; idle, it ends earlier. */
  endsAt: instant,
  /** Until when this phone may work offline: the end of the city's day. */
  offlineUntil: instant,
  /** An admin without a second factor must set one up before anything else. */
  mustSetUpTotp: v.boolean(),
});

/** One session of one's own, `GET /api/staff/sessions` -> {sessions: []}. */
export const sessionRow = v.object({
  id: v.string(),
  startedAt: instant,
  lastSeenAt: instant,
  /** Browser and system, as its user agent says. */
  device: v.string(),
  isThis: v.boolean(),
});

/** Body of `POST /api/staff/invites` (admin): makes the person and a link that lets her in once. */
export const inviteRequest = v.strictObject({
  signInName,
  name: personName,
  role: v.picklist(STAFF_ROLES),
  unit: v.optional(unitId),
  areas: v.pipe(v.array(areaCode), v.maxLength(30)),
});
/** `link` is shown once: /petugas/undangan#TOKEN. */
export const inviteMade = v.object({ member: staffMember, link: v.string(), endsAt: instant });

/** Body of `POST /api/staff/invites/look` {token}: who is invited, before she chooses a password. */
export const inviteToken = v.strictObject({ token: token128 });
export const inviteSeen = v.object({
  /** Absent for the first admin, who chooses them. */
  name: v.optional(personName),
  signInName: v.optional(signInName),
  role: v.picklist(STAFF_ROLES),
  isFirstAdmin: v.boolean(),
});
/** Body of `POST /api/staff/invites/accept`. The first admin chooses her names too. */
export const inviteAccept = v.strictObject({
  token: token128,
  password: passwordText,
  signInName: v.optional(signInName),
  name: v.optional(personName),
});

/** Body of `POST /api/staff/totp/confirm`; `POST /api/staff/totp/begin` answered {secret, uri}. */
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
 * What the browser made of `POST /api/staff/passkeys/register-options`, as `PublicKeyCredential.toJSON()` says it; what
 * else it holds is not read. Body of `.../register`, answered with {passkeys: []}, as is `GET /api/staff/passkeys`.
 */
export const passkeyRegistration = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: base64Url,
    attestationObject: base64Url,
    transports: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(30))), v.maxLength(10))),
  }),
});

/** The same of `.../sign-in-options`; body of `POST /api/staff/passkeys/sign-in`, answered as sign-in is. */
export const passkeyAnswer = v.object({
  ...credential,
  response: v.object({ clientDataJSON: base64Url, authenticatorData: base64Url, signature: base64Url }),
});

/** One of one's own passkeys. */
export const passkeyRow = v.object({
  id: v.string(),
  device: v.string(),
  createdAt: instant,
  lastUsedAt: v.optional(instant),
});

/** Body of `POST /api/staff/password`: ends all other sessions. */
export const passwordChange = v.strictObject({ current: passwordText, password: passwordText });

export type PasskeyRegistration = v.InferOutput<typeof passkeyRegistration>;
export type PasskeyAnswer = v.InferOutput<typeof passkeyAnswer>;
export type PasskeyRow = v.InferOutput<typeof passkeyRow>;
export type PasswordChange = v.InferOutput<typeof passwordChange>;
