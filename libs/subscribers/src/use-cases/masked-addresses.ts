import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Addresses } from '../store/addresses.js';

/** The most that anybody but the mailer learns of an address. @clause W17.4 */
@Injectable()
export class MaskedAddresses {
  constructor(private readonly addresses: Addresses) {}

  /** `t***@example.jp` by subscriber id; the erased are missing. */
  read(tx: Tx, tenantId: TenantId, subscriberIds: readonly string[]): Promise<Map<string, string>> {
    return this.addresses.masked(tx, tenantId, subscriberIds);
  }
}
