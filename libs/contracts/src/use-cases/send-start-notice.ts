import { InviteMember } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, startOfJstDay } from '#lib/kernel';
import type { PlainDate, TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { contractStarted } from '../contracts.facts.js';
import { firstFeeMonth } from '../domain/first-fee-month.js';
import { minimumTerm } from '../domain/minimum-term.js';
import { mayStartOn } from '../domain/start-gate.js';
import { advanceContractJob } from '../jobs/advance-contract.job.js';
import { startNoticeV3 } from '../notices/start-notice.v3.js';
import { ApplicationsStore } from '../store/applications.store.js';
import { ContractsStore } from '../store/contracts.store.js';
import { MoveContract } from './move-contract.js';
import { TellTenant } from './tell-tenant.js';

interface Start {
  readonly tenantId: TenantId;
  readonly serviceStartDate: PlainDate;
  /** Of the first member; null for the address on the form. */
  readonly ownerEmail: string | null;
  readonly actor: Actor;
}

/** 利用開始案内: fixes the service start date, which never changes again, and invites the first member. @clause W4.1, W4.4, W8.1 */
@Injectable()
export class SendStartNotice {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly applications: ApplicationsStore,
    private readonly move: MoveContract,
    private readonly tell: TellTenant,
    private readonly invite: InviteMember,
    private readonly outbox: Outbox,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError contracts.not-found, contracts.impossible, contracts.unmet */
  execute({ tenantId, serviceStartDate, ownerEmail, actor }: Start): Promise<void> {
    return this.database.asSystem(async (tx) => {
      const contract = await this.contracts.hold(tx, tenantId);
      const now = this.clock.now();
      await this.move.within(tx, tenantId, contract, {
        event: { kind: 'send-start-notice' },
        met: mayStartOn(serviceStartDate, now) ? ['start-date-not-past'] : [],
        actor,
        patch: { serviceStartDate, startNotifiedAt: now },
        details: { serviceStartDate: serviceStartDate.toString() },
      });
      const { minimumTermMonths, renewalMonths, firstMonth } = contract.rules.rules;
      await this.tell.within(tx, tenantId, startNoticeV3, () => ({
        name: contract.billTo.name,
        serviceStartDate,
        term: minimumTerm(serviceStartDate, minimumTermMonths),
        renewalMonths,
        firstFeeMonth: firstFeeMonth(serviceStartDate, firstMonth),
        signInUrl: this.config.publicUrl,
      }));
      const email = ownerEmail ?? (await this.addressOnForm(tx, contract.applicationId));
      if (email !== null)
        await this.invite.within(tx, {
          tenantId,
          email,
          field: 'ownerEmail',
          role: 'owner',
          actor,
        });
      const told = { tenantId, contractId: contract.id };
      const due = serviceStartDate.toString();
      await this.outbox.tell(tx, contractStarted, { ...told, serviceStartDate: due });
      const at = startOfJstDay(serviceStartDate);
      await this.outbox.add(tx, advanceContractJob, { tenantId, due }, { at });
    });
  }

  private async addressOnForm(tx: Tx, applicationId: string | null): Promise<string | null> {
    if (applicationId === null) return null;
    const { applicant } = await this.applications.get(tx, applicationId);
    return applicant.pcEmail ?? applicant.mobileEmail;
  }
}
