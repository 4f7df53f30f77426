import { Clock, asTenantId, jstDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { KnownPayers } from '../domain/transfer/known-payers.js';
import { matchTransfer, reversedBy } from '../domain/transfer/match-transfer.js';
import type { Payer } from '../domain/transfer/match-transfer.js';
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
    const known = new KnownPayers(await this.payers.all(tx));
    const stale = new Set<TenantId>();
    const reversed = new Set<string>();
    let matched = 0;
    for (const transfer of await this.transfers.lockAll(tx, ids)) {
      if (reversed.has(transfer.id)) continue; // the reversal stood before it
      const named = [...known.idsOf(transfer)].map(asTenantId);
      const changed = named.filter((id) => stale.has(id));
      await this.renew(tx, known, stale, changed);
      if (transfer.reversal) {
        const taken = await this.reverse(tx, transfer);
        if (!taken) continue;
        reversed.add(taken.id);
        if (taken.tenantId) stale.add(taken.tenantId);
      } else {
        const tenantId = await this.match(tx, transfer, known, stale);
        if (!tenantId) continue;
        stale.add(tenantId);
      }
      matched += 1;
    }
    return matched;
  }

  /** Reads anew what payments of this file have changed, of those alone that matter now. */
  private async renew(
    tx: Tx,
    known: KnownPayers,
    stale: Set<TenantId>,
    ids: readonly TenantId[],
  ): Promise<void> {
    if (ids.length === 0) return;
    known.renew(ids, await this.payers.all(tx, ids));
    for (const id of ids) stale.delete(id);
  }

  private async match(
    tx: Tx,
    transfer: StoredTransfer,
    known: KnownPayers,
    stale: Set<TenantId>,
  ): Promise<TenantId | undefined> {
    const match = matchTransfer(transfer, known.of(transfer));
    if (match.by === 'person') {
      await this.renew(tx, known, stale, [...stale]);
      await this.suggest(tx, transfer, known.all);
      return undefined;
    }
    const meant = match.by === 'code' ? [] : match.invoiceIds;
    const tenantId = asTenantId(match.tenantId);
    await this.give(tx, transfer, tenantId, match.by, meant);
    return tenantId;
  }

  /** Of a transfer that is nobody's any more. */
  async suggestAnew(tx: Tx, transfer: StoredTransfer): Promise<void> {
    await this.suggest(tx, transfer, await this.payers.all(tx));
  }

  /** Whom a person may want to look at first. */
  private async suggest(tx: Tx, transfer: StoredTransfer, payers: readonly Payer[]): Promise<void> {
    const match = matchTransfer(transfer, payers);
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

  /** Gives the transfer that is taken back. */
  private async reverse(tx: Tx, reversal: StoredTransfer): Promise<StoredTransfer | undefined> {
    const earlier = await this.transfers.reversible(tx, reversal.amount);
    const taken = reversedBy(asNotice(reversal), earlier.map(asNotice));
    if (!taken) return undefined;
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
    return taken;
  }
}

const asNotice = (
  transfer: StoredTransfer,
): StoredTransfer & { branchName: string; edi: string } => ({
  ...transfer,
  branchName: '',
  edi: transfer.reference,
});
