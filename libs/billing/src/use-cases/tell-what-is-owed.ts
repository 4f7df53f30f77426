import { OwedAmounts } from '#lib/contracts';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Receivables } from '../receivables.js';
import { SpendCredit } from './spend-credit.js';

/**
 * After every change of what a tenant owes: credit pays what it can, and contracts are told the rest, in the
 * transaction of the change.
 * @clause W7.1, W11.2, W13.2
 */
@Injectable()
export class TellWhatIsOwed {
  constructor(
    private readonly receivables: Receivables,
    private readonly spendCredit: SpendCredit,
    private readonly owed: OwedAmounts,
  ) {}

  async within(tx: Tx, tenantId: TenantId): Promise<void> {
    await this.spendCredit.within(tx, tenantId);
    await this.owed.record(tx, { tenantId, ...(await this.receivables.dues(tx, tenantId)) });
  }
}
