import { Secret, TOTP } from 'otpauth';

const period = 30;

interface Owner {
  /** As the app names the entry: who issued it, and whose it is. */
  readonly issuer: string;
  readonly label: string;
}

const totp = (secret: Uint8Array, owner?: Owner): TOTP =>
  new TOTP({
    ...owner,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
    algorithm: 'SHA1',
    digits: 6,
    period,
  });

/** For typing in, and as the URI that a QR code carries. */
export const enrolment = (
  secret: Uint8Array,
  owner: Owner,
): { readonly secret: string; readonly uri: string } => {
  const entry = totp(secret, owner);
  return { secret: entry.secret.base32, uri: entry.toString() };
};

/**
 * The time step of a right code: of this half minute, or of the one before or after.
 * @rfc 6238 §5.2
 */
export const stepOf = (secret: Uint8Array, code: string, now: Date): number | undefined => {
  if (!/^\d{6}$/.test(code)) return undefined;
  const timestamp = now.getTime();
  const delta = totp(secret).validate({ token: code, timestamp, window: 1 });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / period) + delta;
};

/** The code that the app shows. */
export const codeAt = (secret: string, now: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period }).generate({
    timestamp: now.getTime(),
  });
