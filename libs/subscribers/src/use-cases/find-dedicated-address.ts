import { IsServing } from '#lib/contracts';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { DedicatedKind } from '../domain/dedicated-address.js';
import { DedicatedAddressStore } from '../store/dedicated-address-store.js';
import type { AddressedNewsletter } from '../store/dedicated-address-store.js';

export interface FoundAddress extends AddressedNewsletter {
  /** False while the newsletter takes no new readers; who wants to leave always may. */
  readonly isServing: boolean;
}

/** Says which newsletter a dedicated address belongs to. */
@Injectable()
export class FindDedicatedAddress {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly addresses: DedicatedAddressStore,
    private readonly serving: IsServing,
  ) {}

  /** Undefined when it is revoked, or none of ours. */
  execute(kind: DedicatedKind, code: string): Promise<FoundAddress | undefined> {
    return this.database.asSystem(async (tx) => {
      const found = await this.addresses.find(tx, kind, code);
      if (!found) return undefined;
      const isOpen = await this.serving.check(tx, found.tenantId, this.clock.now());
      return { ...found, isServing: isOpen && found.formNumber !== null };
    });
  }
}
