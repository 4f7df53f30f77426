declare const tenant: unique symbol;

/** The id of a tenant: first parameter, after the transaction, of every store method. */
export type TenantId = string & { readonly [tenant]: true };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const counterBits = 26;
/** Begins anywhere in the lower half, so that processes hardly ever count alike. */
let made = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> (33 - counterBits);

/**
 * A UUIDv7: ids made later sort later, to the millisecond; those that one process makes of the same millisecond sort
 * as they were made, by a counter before the random bits.
 * @rfc 9562 §5.7, §6.2
 * @throws RangeError for an instant that 48 bits of milliseconds cannot hold
 */
export function newId(at: Date): string {
  const ms = at.getTime();
  if (!(ms >= 0 && ms < 2 ** 48)) throw new RangeError('no instant for an id');
  const time = ms.toString(16).padStart(12, '0');
  made = (made + 1) % 2 ** counterBits;
  const upper = (made >>> 14).toString(16).padStart(3, '0');
  const lower = (0x8000 | (made & 0x3fff)).toString(16); // the variant and the other 14 bits
  return `${time.slice(0, 8)}-${time.slice(8)}-7${upper}-${lower}-${crypto.randomUUID().slice(24)}`;
}

/** Whether `x` is text in the form of a UUID, of any version and letter case. */
export function isId(x: unknown): x is string {
  return typeof x === 'string' && uuid.test(x);
}

/** @throws TypeError when `id` is no UUID */
export function asTenantId(id: string): TenantId {
  if (!isId(id)) throw new TypeError('not a tenant id');
  return id.toLowerCase() as TenantId;
}

/**
 * Text nobody can guess, base64url without padding; 32 bytes give 43 characters.
 * @throws RangeError below 16 bytes (128 bits): shorter ones can be guessed
 */
export function randomToken(bytes = 32): string {
  if (!(Number.isInteger(bytes) && bytes >= 16)) throw new RangeError('a token needs 16 bytes');
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...random))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
