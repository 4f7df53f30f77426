import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ThrottlesStore } from './store/throttles.store.js';

/** 通信利用の制限: how much of a tenant's mail may leave in an hour. @clause W18 */
@Injectable()
export class Throttles {
  constructor(private readonly throttles: ThrottlesStore) {}

  /** Null where the tenant is not restrained. Asked inside the caller's transaction. */
  async mailsPerHour(tx: Tx, tenantId: TenantId, at: Date): Promise<number | null> {
    return (await this.throttles.inForce(tx, tenantId, at))?.mailsPerHour ?? null;
  }
}
