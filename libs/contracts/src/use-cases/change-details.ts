import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId, parseEmailAddress } from '#lib/kernel';
import type { PlainDate, TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { bankAccountChanging } from '../contracts.facts.js';
import { detailsChangeTiming, needsOperatorCheck } from '../domain/details-change.js';
import type { RegisteredDetail } from '../domain/details-change.js';
import { detailsAnsweredV2 } from '../notices/details-answered.v2.js';
import { ContractsStore } from '../store/contracts.store.js';
import { DetailsChangesStore } from '../store/details-changes.store.js';
import type { DetailsPatch } from '../store/details-changes.store.js';
import { ApplyDetails } from './apply-details.js';
import { warningsOf } from './check-form.js';
import type { AddressWarning } from './check-form.js';
import { TellTenant } from './tell-tenant.js';

interface Notice {
  readonly tenantId: TenantId;
  readonly changes: DetailsPatch;
  /** 変更予定日 */
  readonly plannedDate: PlainDate;
  readonly actor: Actor;
}

interface Decision {
  readonly tenantId: TenantId;
  readonly changeId: string;
  readonly approved: boolean;
  readonly reason: string | null;
  readonly actor: Actor;
}

const detailOf: Readonly<Record<keyof DetailsPatch, RegisteredDetail>> = {
  name: 'name',
  nameKana: 'name',
  postalAddress: 'address',
  phone: 'phone',
  email: 'email',
  contactPerson: 'contact-person',
  bankAccount: 'bank-account',
};

/** 届出内容の変更: taken at any time, marked where late; a new name needs an operator's look, whose outcome is told. @clause W16, W20 @decision D-12 */
@Injectable()
export class ChangeDetails {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly changes: DetailsChangesStore,
    private readonly apply: ApplyDetails,
    private readonly tell: TellTenant,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError contracts.not-found, contracts.nothing-to-change, contracts.bad-address */
  notify({
    tenantId,
    changes,
    plannedDate,
    actor,
  }: Notice): Promise<{ id: string; late: boolean; warnings: AddressWarning[] }> {
    const names = Object.keys(changes) as (keyof DetailsPatch)[];
    if (names.length === 0) throw contractsErrors.emptyChange();
    if (typeof changes.email === 'string' && !parseEmailAddress(changes.email).ok)
      throw contractsErrors.badAddress({ field: 'email' });
    return this.database.inTenant(tenantId, async (tx) => {
      const contract = await this.contracts.hold(tx, tenantId);
      const arrivedAt = this.clock.now();
      const id = newId(arrivedAt);
      const { late } = detailsChangeTiming(plannedDate, arrivedAt);
      const state = needsOperatorCheck(names.map((name) => detailOf[name]))
        ? 'to-check'
        : 'planned';
      const change = { id, changes, plannedDate, arrivedAt, late, state } as const;
      await this.changes.insert(tx, tenantId, { ...change, contractId: contract.id });
      if (changes.bankAccount)
        await this.outbox.tell(tx, bankAccountChanging, {
          tenantId,
          contractId: contract.id,
          plannedDate: plannedDate.toString(),
        });
      await this.apply.due(tx, tenantId, contract, arrivedAt);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'contract.details-change-notified',
        subject: { kind: 'details-change', id },
        details: { changed: names.join(' '), late },
      });
      return { id, late, warnings: warningsOf(changes.email ?? null) };
    });
  }

  /** An operator's look at a new name: the same tenant, or a transfer. @clause W20 @throws BusinessError contracts.request-not-found */
  decide({ tenantId, changeId, approved, reason, actor }: Decision): Promise<void> {
    return this.database.inTenant(tenantId, async (tx) => {
      const contract = await this.contracts.hold(tx, tenantId);
      const { plannedDate } = await this.changes.holdToCheck(tx, tenantId, changeId);
      const at = this.clock.now();
      const state = approved ? 'planned' : 'refused';
      const settledAt = approved ? null : at;
      await this.changes.settle(tx, tenantId, changeId, { state, reason, at: settledAt });
      await this.apply.due(tx, tenantId, contract, at);
      const values = { approved, plannedDate, reason };
      await this.tell.within(tx, tenantId, detailsAnsweredV2, () => values);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: `contract.details-change-${approved ? 'approved' : 'refused'}`,
        subject: { kind: 'details-change', id: changeId },
      });
    });
  }
}
