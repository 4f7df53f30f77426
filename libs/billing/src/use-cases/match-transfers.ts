import { Clock, asTenantId, jstDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { matchTransfer, reversedBy } from '../domain/transfer/match-transfer.js';
import { Payers } from '../store/payers.store.js';
import { Transfers } from '../store/transfers.store.js';
import type { MatchedBy, StoredTransfer } from '../store/transfers.store.js';
import { ReceivePayment } from './receive-payment.js';
import { TakeBackPayment } from './take-back-payment.js';

/**
 * Finds out whose transfers are, one after the other, as each pays what the next one might have paid. What fits
 * nobody or several is left to a person, with a guess.
 * @clause W4.1, W7.1
 */
@Injectable()
export class MatchTransfers {
  constructor(
    private readonly transfers: Transfers,
    private readonly payers: Payers,
    private readonly receivePayment: ReceivePayment,
    private readonly takeBackPayment: TakeBackPayment,
    private readonly clock: Clock,
  ) {}

  /** In the system's transaction. Gives how many were matched. */
  async within(tx: Tx, ids: readonly string[]): Promise<number> {
    let payers = await this.payers.all(tx);
    let matched = 0;
    for (const id of ids) {
      const transfer = await this.transfers.lock(tx, id);
      if (transfer.state !== 'unmatched') continue; // a reversal stood before it
      const isMatched = transfer.reversal
        ? await this.reverse(tx, transfer)
        : await this.match(tx, transfer, payers);
      if (!isMatched) continue;
      matched += 1;
      const { tenantId } = await this.transfers.lock(tx, id);
      if (!tenantId) continue;
      const others = payers.filter((payer) => payer.tenantId !== tenantId);
      payers = [...others, ...(await this.payers.all(tx, tenantId))];
    }
    return matched;
  }

  private async match(
    tx: Tx,
    transfer: StoredTransfer,
    payers: Awaited<ReturnType<Payers['all']>>,
  ): Promise<boolean> {
    const match = matchTransfer(transfer, payers);
    if (match.by === 'person') {
      await this.transfers.suggest(tx, transfer.id, match.candidates.slice(0, 10));
      return false;
    }
    const meant = match.by === 'code' ? [] : match.invoiceIds;
    await this.give(tx, transfer, asTenantId(match.tenantId), match.by, meant);
    return true;
  }

  /** Whom a person may want to look at first, of a transfer that is nobody's any more. */
  async suggest(tx: Tx, transfer: StoredTransfer): Promise<void> {
    const match = matchTransfer(transfer, await this.payers.all(tx));
    const candidates = match.by === 'person' ? match.candidates : [match.tenantId];
    await this.transfers.suggest(tx, transfer.id, candidates.slice(0, 10));
  }

  /** Books a transfer as a tenant's. */
  async give(
    tx: Tx,
    { id, amount, valueDate }: StoredTransfer,
    tenantId: TenantId,
    by: MatchedBy,
    meant: readonly string[] = [],
  ): Promise<void> {
    await this.transfers.match(tx, id, { tenantId, by, at: this.clock.now() });
    await this.receivePayment.within(tx, {
      tenantId,
      kind: 'transfer',
      sourceId: id,
      amount,
      receivedOn: valueDate,
      meant,
    });
  }

  private async reverse(tx: Tx, reversal: StoredTransfer): Promise<boolean> {
    const earlier = await this.transfers.reversible(tx, reversal.amount);
    const taken = reversedBy(asNotice(reversal), earlier.map(asNotice));
    if (!taken) return false;
    const at = this.clock.now();
    await this.transfers.reverse(tx, taken.id, reversal, at);
    if (taken.tenantId)
      await this.takeBackPayment.within(tx, {
        tenantId: taken.tenantId,
        kind: 'transfer',
        sourceId: reversal.id,
        amount: reversal.amount,
        on: jstDate(at),
      });
    return true;
  }
}

const asNotice = (
  transfer: StoredTransfer,
): StoredTransfer & { branchName: string; edi: string } => ({
  ...transfer,
  branchName: '',
  edi: transfer.reference,
});
