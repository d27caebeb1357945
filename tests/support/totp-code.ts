import { TOTP } from 'otpauth';

const STEP_MS = 30_000;

/** What an authenticator app shows in a time step for a secret in base32. */
export function totpCodeAt(secret: string, step: number): string {
  return new TOTP({ secret }).generate({ timestamp: step * STEP_MS });
}
