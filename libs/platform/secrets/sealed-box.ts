import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import type { CipherKey } from 'node:crypto';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = nonceBytes + tagBytes;

// Nonces by the thousand: a call for each costs more than the encryption.
const pool = Buffer.alloc(nonceBytes * 1024);
let used = pool.length;

const takeNonce = (): Buffer => {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return Buffer.from(pool.subarray(used, (used += nonceBytes)));
};

/**
 * AES-256-GCM as nonce, tag and text.
 * @param key 32 bytes
 * @param label what the box is bound to; it opens under the same label only
 */
export const sealBox = (key: CipherKey, label: string, secret: Uint8Array): Buffer => {
  const nonce = takeNonce();
  const box = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(label));
  const text = box.update(secret);
  box.final();
  return Buffer.concat([nonce, box.getAuthTag(), text]);
};

/** Undoes {@link sealBox}. @throws Error when key, label or a single bit is another */
export const openBox = (key: CipherKey, label: string, boxed: Buffer): Buffer => {
  const box = createDecipheriv(cipher, key, boxed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  box.setAAD(Buffer.from(label));
  box.setAuthTag(boxed.subarray(nonceBytes, headBytes));
  const text = box.update(boxed.subarray(headBytes));
  box.final(); // says whether it may be believed, and adds nothing in this mode
  return text;
};
