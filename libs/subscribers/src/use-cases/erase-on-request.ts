import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ErasePerson } from './erase-person.js';
import { RemovePerson } from './remove-person.js';

/**
 * Takes a reader off all lists of a tenant and forgets address and fields, as the reader asked. A keyed hash keeps
 * the address from being mailed again until its owner confirms anew.
 * @clause P2 削除・利用の停止, §3.7 S
 */
@Injectable()
export class EraseOnRequest {
  constructor(
    private readonly removal: RemovePerson,
    private readonly erasing: ErasePerson,
    private readonly clock: Clock,
  ) {}

  async within(tx: Tx, tenantId: TenantId, subscriberId: string): Promise<void> {
    const suppress = 'unsubscribed';
    const cause = { event: 'remove', suppress } as const;
    if (await this.removal.within(tx, tenantId, subscriberId, cause)) return;
    await this.erasing.within(tx, tenantId, subscriberId, { at: this.clock.now(), suppress });
  }
}
