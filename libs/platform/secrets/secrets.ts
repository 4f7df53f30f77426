import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { openBox, sealBox } from './sealed-box.js';

/** What a key is for; one purpose's key never fits another's. */
export type SecretPurpose =
  | 'consent-proof'
  | 'consent-origin'
  | 'tenant-key'
  | 'suppression'
  | 'unsubscribe'
  | 'preferences'
  | 'report'
  | 'opt-in'
  | 'undo'
  | 'sign-up-budget'
  | 'verp'
  | 'click'
  | 'message-id'
  | 'delivery-names'
  | 'challenge'
  | 'bounce-line'
  | 'dkim-key'
  | 'totp'
  | 'migration-list'
  | 'bank-account'
  | 'bank-file'
  | 'audit'
  | 'webhook';

/** All keys of the platform, derived from one secret; nothing else ever sees that secret. */
export class Secrets {
  private readonly keys = new Map<SecretPurpose, Buffer>();

  constructor(private readonly master: Buffer) {}

  /** HMAC-SHA256 under the purpose's key. */
  mac(purpose: SecretPurpose, text: string): Buffer {
    return createHmac('sha256', this.key(purpose)).update(text).digest();
  }

  /** 128 bits of MAC as 26 lower-case base32 characters: survives mail addresses and case folding. */
  seal(purpose: SecretPurpose, text: string): string {
    return base32(this.mac(purpose, text).subarray(0, 16));
  }

  /** Constant-time check of a seal. */
  isSealOf(seal: string, purpose: SecretPurpose, text: string): boolean {
    const right = Buffer.from(this.seal(purpose, text));
    const given = Buffer.from(seal.toLowerCase());
    return right.length === given.length && timingSafeEqual(right, given);
  }

  /**
   * AES-256-GCM under the purpose's key, as nonce, tag and text.
   * @param owner whose secret it is; opens for the same owner only, so that rows cannot be swapped
   */
  encrypt(purpose: SecretPurpose, owner: string, secret: Uint8Array): Buffer {
    return sealBox(this.key(purpose), owner, secret);
  }

  /** Undoes {@link encrypt}. @throws Error when purpose, owner, key or a single bit is another */
  decrypt(purpose: SecretPurpose, owner: string, boxed: Buffer): Buffer {
    return openBox(this.key(purpose), owner, boxed);
  }

  private key(purpose: SecretPurpose): Buffer {
    const known = this.keys.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', this.master, 'hikyaku', purpose, 32));
    this.keys.set(purpose, key);
    return key;
  }
}

/** How a random token is stored: a thief of the table cannot use it. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** @rfc 4648 §6, lower case, without padding */
export const base32 = (bytes: Uint8Array): string => {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((value >>> bits) & 31);
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet.charAt((value << (5 - bits)) & 31) : text;
};

/** Undoes {@link base32}; undefined for anything it did not make. */
export const fromBase32 = (text: string): Buffer | undefined => {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of text.toLowerCase()) {
    const digit = alphabet.indexOf(letter);
    if (digit < 0) return undefined;
    value = (value << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >>> bits) & 255);
    }
    value &= (1 << bits) - 1;
  }
  const result = Buffer.from(bytes);
  return base32(result) === text.toLowerCase() ? result : undefined;
};
