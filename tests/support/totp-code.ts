import { TOTP } from 'otpauth';

const STEP_MS = 30_000;

/** Returns what an authenticator app shows in a time step (of 30 seconds) for a secret in base32. */
export function totpCodeAt(secret: string, step: number): string {
  return new TOTP({ secret }).generate({ timestamp: step * STEP_MS });
}
