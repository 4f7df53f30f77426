import { jstDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { detailsChanged } from '../contracts.facts.js';
import type { BillTo, Contract } from '../domain/contract.js';
import { ContractsStore } from '../store/contracts.store.js';
import { DetailsChangesStore } from '../store/details-changes.store.js';
import type { DetailsPatch } from '../store/details-changes.store.js';

/** Brings planned changes of details into force when their day has come. @clause W16 */
@Injectable()
export class ApplyDetails {
  constructor(
    private readonly contracts: ContractsStore,
    private readonly changes: DetailsChangesStore,
    private readonly outbox: Outbox,
  ) {}

  /** In the transaction that holds the contract. */
  async due(tx: Tx, tenantId: TenantId, contract: Contract, now: Date): Promise<void> {
    const due = await this.changes.planned(tx, tenantId, jstDate(now));
    if (due.length === 0) return;
    const billTo = due.reduce((all, { changes }) => changed(all, changes), contract.billTo);
    await this.contracts.patch(tx, tenantId, contract.id, { billTo });
    for (const { id } of due)
      await this.changes.settle(tx, tenantId, id, { state: 'applied', at: now });
    await this.outbox.tell(tx, detailsChanged, { tenantId, contractId: contract.id });
  }
}

/** What is kept here; the bank account and the telephone are for those who listen. */
const changed = (billTo: BillTo, changes: DetailsPatch): BillTo => ({
  kind: billTo.kind,
  name: changes.name ?? billTo.name,
  nameKana: changes.nameKana ?? billTo.nameKana,
  postalAddress: changes.postalAddress ?? billTo.postalAddress,
  contactPerson: changes.contactPerson ?? billTo.contactPerson,
  email: changes.email === undefined ? billTo.email : changes.email,
});
