import { TOTP } from 'otpauth';

/** The variant of RFC 6238 that every authenticator app supports. */
export const TOTP_KIND = { algorithm: 'SHA1', digits: 6, period: 30 };
/** Phones' clocks differ: a code of one step earlier or later is accepted. */
const STEPS_ASIDE = 1;

/**
 * Returns the time step of a code; `undefined` where the code belongs to no step within one of now, or to
 * none later than the last one used. `secret` is in base32.
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
