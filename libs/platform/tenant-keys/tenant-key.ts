import { createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { openBox, sealBox } from '../secrets/index.js';

/** What is sealed; one purpose's key never fits another's. */
export type SealPurpose = 'address' | 'fields' | 'field-value' | 'opt-in' | 'migration-list';

/** What is found again by a keyed hash. */
export type IndexPurpose = 'address-index' | 'field-index';

/** The opened key of one tenant. Do not keep it longer than a batch: another process may destroy it. */
export class TenantKey {
  private readonly keys = new Map<SealPurpose | IndexPurpose, KeyObject>();
  private readonly key: KeyObject;

  constructor(key: Uint8Array) {
    this.key = createSecretKey(key);
  }

  /**
   * AES-256-GCM under the purpose's key.
   * @param owner id of the row it belongs to; opens for the same row only, so that rows cannot be swapped
   */
  seal(purpose: SealPurpose, owner: string, secret: Uint8Array): Buffer {
    return sealBox(this.of(purpose), owner, secret);
  }

  /** Undoes {@link seal}. @throws Error when purpose, owner, key or a single bit is another */
  unseal(purpose: SealPurpose, owner: string, sealed: Buffer): Buffer {
    return openBox(this.of(purpose), owner, sealed);
  }

  /** A blind index, HMAC-SHA256: equal texts of this tenant are equal, and nothing else can be told. */
  index(purpose: IndexPurpose, text: string): Buffer {
    return createHmac('sha256', this.of(purpose)).update(text).digest();
  }

  private of(purpose: SealPurpose | IndexPurpose): KeyObject {
    const known = this.keys.get(purpose);
    if (known) return known;
    const key = createSecretKey(
      Buffer.from(hkdfSync('sha256', this.key, 'hikyaku-tenant', purpose, 32)),
    );
    this.keys.set(purpose, key);
    return key;
  }
}
