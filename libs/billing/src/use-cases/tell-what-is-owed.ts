import { OwedAmounts } from '#lib/contracts';
import type { PlainDate, TenantId } from '#lib/kernel';
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

  /** @param paidOn the bank's day of the payment that changed it */
  async within(tx: Tx, tenantId: TenantId, paidOn?: PlainDate): Promise<void> {
    await this.spendCredit.within(tx, tenantId);
    const dues = await this.receivables.dues(tx, tenantId);
    await this.owed.record(tx, { tenantId, paidOn, ...dues });
  }
}
