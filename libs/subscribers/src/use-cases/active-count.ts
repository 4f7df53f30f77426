import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../store/ledger.js';

/** The number that billing asks for. */
@Injectable()
export class ActiveCount {
  constructor(private readonly ledger: Ledger) {}

  /**
   * Distinct people who actively read at least one newsletter of the tenant, right after all that happened at or
   * before `at`.
   * @clause W1.5, W7.2
   */
  at(tx: Tx, tenantId: TenantId, at: Date): Promise<number> {
    return this.ledger.headcountAt(tx, tenantId, at);
  }
}
