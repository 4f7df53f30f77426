import type { TenantId } from '#lib/kernel';

/** Where the keys of tenants rest: never in the database, never in its dump. A KMS takes the place of the folder here. */
export abstract class KeyStore {
  /**
   * The tenant's key of 32 bytes, made when there is none: whoever asks gets the same one, from whatever process.
   * @throws BusinessError keys.destroyed
   */
  abstract obtain(tenantId: TenantId): Promise<Buffer>;

  /** Whether there is a key, or there was one and it was destroyed. */
  abstract knows(tenantId: TenantId): Promise<boolean>;

  /** Destroys the key for good, and bars a new one. Again is harmless. Gives whether there was one. */
  abstract destroy(tenantId: TenantId): Promise<boolean>;
}
