import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app knows it: SHA-1, 6 digits, steps of 30 seconds. */
const PERIOD_SECONDS = 30;
const DIGITS = 6;
/** Steps before and after the present one whose code is taken: telephones' clocks differ. */
const WINDOW = 1;
const SECRET_BYTES = 20;
const ISSUER = '政务公开';

const totp = (secret: string, label = ''): TOTP =>
  new TOTP({
    issuer: ISSUER,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD_SECONDS,
  });

/** A new secret of 160 bits (RFC 4226, 4), in Base32. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What the QR code says to an authenticator app. */
export const otpauthAddress = (secret: string, label: string): string => totp(secret, label).toString();

/** The code at an instant; for tests and no one else. */
export const codeAt = (secret: string, at: Date): string =>
  totp(secret).generate({ timestamp: at.getTime() });

export const looksLikeCode = (text: string): boolean => new RegExp(`^\\d{${DIGITS}}$`).test(text);

/**
 * The time step a code belongs to, within the window; null when it is wrong. Whoever uses it must see that
 * no step is used twice.
 */
export function stepOf(secret: string, code: string, at: Date): number | null {
  if (!looksLikeCode(code)) return null;
  const delta = totp(secret).validate({ token: code, timestamp: at.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / PERIOD_SECONDS) + delta;
}
