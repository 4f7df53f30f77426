import type { TenantId } from '#lib/kernel';
import type { OnModuleDestroy } from '@nestjs/common';
import type { KeyStore } from './key-store.js';
import { TenantKey } from './tenant-key.js';
import type { IndexPurpose, SealPurpose } from './tenant-key.js';

const remembered = 5_000;

/**
 * One data key for each tenant. What is sealed and indexed under it dies with it, in every backup of the database,
 * too: destroying the key is the erasure.
 *
 * A process remembers a key for at most five seconds and then asks the store again, whether it is in use or not; so
 * long after {@link destroy} in one process another one may still open what it has already read.
 * @clause 同意6, D-08
 */
export class TenantKeys implements OnModuleDestroy {
  private readonly opened = new Map<TenantId, Promise<TenantKey>>();
  private readonly timers = new Map<TenantId, NodeJS.Timeout>();

  /** @param rememberMs how long a key is remembered */
  constructor(
    private readonly store: KeyStore,
    private readonly rememberMs = remembered,
  ) {}

  /**
   * The tenant's key, made when there is none yet. Ask once a batch, then seal and open as often as needed.
   * @throws BusinessError keys.destroyed
   */
  open(tenantId: TenantId): Promise<TenantKey> {
    const known = this.opened.get(tenantId);
    if (known) return known;
    const key = this.store.obtain(tenantId).then((bytes) => new TenantKey(bytes));
    this.opened.set(tenantId, key);
    key.catch(() => this.forget(tenantId));
    this.timers.set(tenantId, setTimeout(() => this.forget(tenantId), this.rememberMs).unref());
    return key;
  }

  /** {@link TenantKey.seal} for a single one. @throws BusinessError keys.destroyed */
  async seal(
    tenantId: TenantId,
    purpose: SealPurpose,
    owner: string,
    secret: Uint8Array,
  ): Promise<Buffer> {
    return (await this.open(tenantId)).seal(purpose, owner, secret);
  }

  /** {@link TenantKey.unseal} for a single one. @throws BusinessError keys.destroyed */
  async unseal(
    tenantId: TenantId,
    purpose: SealPurpose,
    owner: string,
    sealed: Buffer,
  ): Promise<Buffer> {
    return (await this.open(tenantId)).unseal(purpose, owner, sealed);
  }

  /** {@link TenantKey.index} for a single one. @throws BusinessError keys.destroyed */
  async index(tenantId: TenantId, purpose: IndexPurpose, text: string): Promise<Buffer> {
    return (await this.open(tenantId)).index(purpose, text);
  }

  /** Whether the store has a key, or had one that was destroyed. Makes none. */
  knows(tenantId: TenantId): Promise<boolean> {
    return this.store.knows(tenantId);
  }

  /** Destroys the tenant's key for good, and bars a new one. Again is harmless. Gives whether there was one. */
  async destroy(tenantId: TenantId): Promise<boolean> {
    const existed = await this.store.destroy(tenantId);
    this.forget(tenantId);
    return existed;
  }

  onModuleDestroy(): void {
    for (const tenantId of [...this.opened.keys()]) this.forget(tenantId);
  }

  private forget(tenantId: TenantId): void {
    clearTimeout(this.timers.get(tenantId));
    this.timers.delete(tenantId);
    this.opened.delete(tenantId);
  }
}
