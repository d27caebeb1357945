import type { StaffId, StaffRole } from '../../../domain/staff/role';

/**
 * Instants are Unix milliseconds. No token, password or secret is stored in plain text: only hashes or
 * encrypted values (seal.ts).
 */
type OfCity = { city: string };

/** How a session began. A passkey is only accepted with the phone's own lock (PIN, finger, face). */
export type SignInMethod = 'invite' | 'password' | 'passkey';

export type StaffColumns = OfCity & {
  id: StaffId;
  /** In lower case. */
  sign_in_name: string;
  name: string;
  role: StaffRole;
  unit: string | null;
  areas_json: string;
  /** PHC string of argon2id; null until the invite is accepted. */
  password_hash: string | null;
  totp_secret: Buffer | null;
  /** Set-up has begun and is not confirmed. */
  totp_pending: Buffer | null;
  /** Time step of the last code used: no code is accepted twice. */
  totp_last_step: number | null;
  disabled_at: number | null;
  created_at: number;
};

export type StaffTables = {
  staff: StaffColumns;
  staff_sessions: OfCity & {
    id: string;
    token_hash: string;
    staff_id: StaffId;
    method: SignInMethod;
    /** Browser and system, according to the user agent. */
    device: string;
    started_at: number;
    last_seen_at: number;
    /** The absolute end; the idle end follows from `last_seen_at`. */
    ends_at: number;
    ended_at: number | null;
  };
  staff_invites: OfCity & {
    token_hash: string;
    /** Null for the first admin, who chooses both names. */
    staff_id: StaffId | null;
    made_by: StaffId | null;
    made_at: number;
    ends_at: number;
    used_at: number | null;
  };
  staff_passkeys: OfCity & {
    /** Credential id, base64url. */
    id: string;
    staff_id: StaffId;
    public_key: Buffer;
    counter: number;
    transports_json: string;
    device: string;
    created_at: number;
    last_used_at: number | null;
  };
  staff_challenges: OfCity & {
    challenge_hash: string;
    purpose: 'register' | 'sign-in';
    staff_id: StaffId | null;
    ends_at: number;
  };
  /** Browsers from which a person has signed in before: strangers' attempts do not slow them. */
  staff_devices: OfCity & { token_hash: string; staff_id: StaffId; seen_at: number };
  /**
   * Failed sign-ins of a name, an address or a known device; `subject` is a keyed hash (HMAC) that names
   * nobody.
   */
  staff_attempts: OfCity & { subject: string; failures: number; last_at: number; next_at: number };
};
