import { parseEmailAddress } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Addresses } from '../store/addresses.js';

/** Recognises one of a tenant's people by an address that a mail system names; gives none away. */
@Injectable()
export class FindPerson {
  constructor(private readonly addresses: Addresses) {}

  /** Gives the subscriber's id; undefined when unknown, erased, or no address at all. */
  async within(tx: Tx, tenantId: TenantId, address: string): Promise<string | undefined> {
    const reading = parseEmailAddress(address);
    return reading.ok ? this.addresses.find(tx, tenantId, reading.address) : undefined;
  }
}
