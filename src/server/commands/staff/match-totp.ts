import { TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app knows it. */
export const TOTP_KIND = { algorithm: 'SHA1', digits: 6, period: 30 };
/** Clocks of phones differ: one step earlier or later is accepted. */
const STEPS_ASIDE = 1;

/**
 * The time step whose code this is, now or one step aside, and later than the last one used; else `undefined`. `secret`
 * in base32.
 */
export function matchTotp(
  secret: string,
  code: string,
  nowMs: number,
  lastStep: number | null,
): number | undefined {
  const totp = new TOTP({ ...TOTP_KIND, secret });
  const aside = totp.validate({ token: code, timestamp: nowMs, window: STEPS_ASIDE });
  if (aside === null) return undefined;
  const step = totp.counter({ timestamp: nowMs }) + aside;
  return lastStep === null || step > lastStep ? step : undefined;
}
