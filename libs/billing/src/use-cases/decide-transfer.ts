import { AuditTrail, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, jstDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { InvoiceBook } from '../invoice-book.js';
import { Payers } from '../store/payers.store.js';
import { Transfers } from '../store/transfers.store.js';
import type { StoredTransfer, TransferState } from '../store/transfers.store.js';
import { paymentsErrors } from '../payments.errors.js';
import { MatchTransfers } from './match-transfers.js';
import { TakeBackPayment } from './take-back-payment.js';

type TransferDecision =
  /** It is this tenant's; `rememberName` matches the payer's next transfer by itself. */
  | {
      readonly kind: 'match';
      readonly tenantId: TenantId;
      readonly invoiceIds: readonly string[];
      readonly rememberName: boolean;
    }
  /** It was not that tenant's after all. */
  | { readonly kind: 'unmatch' }
  /** No payment of a tenant: interest, a mistake of the payer's. */
  | { readonly kind: 'set-aside'; readonly note: string };

const from: Readonly<Record<TransferDecision['kind'], readonly TransferState[]>> = {
  match: ['unmatched', 'set-aside'],
  unmatch: ['matched', 'set-aside'],
  'set-aside': ['unmatched'],
};

const actions = {
  match: 'transfer.matched',
  unmatch: 'transfer.unmatched',
  'set-aside': 'transfer.set-aside',
} as const;

/** A person says whose a transfer is. @clause W4.1 */
@Injectable()
export class DecideTransfer {
  constructor(
    private readonly database: Database,
    private readonly transfers: Transfers,
    private readonly payers: Payers,
    private readonly tenants: Tenants,
    private readonly book: InvoiceBook,
    private readonly matchTransfers: MatchTransfers,
    private readonly takeBackPayment: TakeBackPayment,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws BusinessError payments.transfer-not-found, payments.transfer-state, payments.invoice-not-open,
   *   payments.paid-back, accounts.tenant-not-found
   */
  async execute(id: string, decision: TransferDecision, actor: Actor): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const transfer = await this.transfers.lock(tx, id);
      const possible = from[decision.kind].includes(transfer.state);
      if (!possible || (transfer.reversal && decision.kind !== 'set-aside'))
        throw paymentsErrors.transferState();
      await this.carryOut(tx, transfer, decision);
      await this.audit.record(tx, {
        tenantId: decision.kind === 'match' ? decision.tenantId : transfer.tenantId,
        actor,
        action: actions[decision.kind],
        subject: { kind: 'transfer', id },
        details: { amount: transfer.amount },
      });
    });
  }

  private async carryOut(
    tx: Tx,
    transfer: StoredTransfer,
    decision: TransferDecision,
  ): Promise<void> {
    if (decision.kind === 'set-aside') {
      await this.transfers.setAside(tx, transfer.id, decision.note);
      return;
    }
    if (decision.kind === 'match') {
      const { tenantId, invoiceIds, rememberName } = decision;
      await this.tenants.get(tx, tenantId);
      const open = new Set((await this.book.open(tx, tenantId)).map(({ id }) => id));
      if (!invoiceIds.every((id) => open.has(id)))
        throw paymentsErrors.invoiceNotOpen({ field: 'invoiceIds' });
      if (rememberName) await this.payers.learnName(tx, tenantId, transfer.payerName);
      await this.matchTransfers.give(tx, transfer, tenantId, 'person', invoiceIds);
      return;
    }
    await this.transfers.release(tx, transfer.id);
    if (transfer.tenantId) await this.takeBack(tx, transfer, transfer.tenantId);
    await this.matchTransfers.suggestAnew(tx, transfer);
  }

  /** What was remembered with the match goes too: the payer's next transfer is for a person again. */
  private async takeBack(tx: Tx, transfer: StoredTransfer, tenantId: TenantId): Promise<void> {
    const { id, amount, matchedBy, payerName } = transfer;
    if (matchedBy === 'person') await this.payers.forgetName(tx, tenantId, payerName);
    const missing = await this.takeBackPayment.within(tx, {
      tenantId,
      kind: 'transfer',
      sourceId: id,
      amount,
      on: jstDate(this.clock.now()),
    });
    if (missing > 0) throw paymentsErrors.paidBack();
  }
}
