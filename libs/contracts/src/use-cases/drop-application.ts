import { AuditTrail, CloseTenant } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { PostNotice, write } from '#lib/notices';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { applicationRejected } from '../contracts.facts.js';
import type { RejectionReason } from '../domain/application.js';
import { rejectionReasonTexts } from '../domain/termination.js';
import { applicationRejectedV1 } from '../notices/application-rejected.v1.js';
import { applicationWithdrawnV1 } from '../notices/application-withdrawn.v1.js';
import { ApplicationsStore } from '../store/applications.store.js';
import type { Application } from '../store/applications.store.js';
import { ContractsStore } from '../store/contracts.store.js';
import { MoveContract } from './move-contract.js';

type Drop = { readonly actor: Actor } & (
  { readonly event: 'reject'; readonly reason: RejectionReason } | { readonly event: 'withdraw' }
);

/** Ends an application before the start notice: turned down by the operator, or withdrawn by the applicant. @clause W4.3 @decision D-21 */
@Injectable()
export class DropApplication {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationsStore,
    private readonly contracts: ContractsStore,
    private readonly move: MoveContract,
    private readonly closeTenant: CloseTenant,
    private readonly postNotice: PostNotice,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError contracts.application-not-found, contracts.application-settled, contracts.impossible */
  execute(applicationId: string, drop: Drop): Promise<void> {
    return this.database.asSystem(async (tx) =>
      this.drop(tx, await this.applications.hold(tx, applicationId), drop),
    );
  }

  /** By the applicant, who has the token. @throws as execute */
  byToken(token: string): Promise<void> {
    return this.database.asSystem(async (tx) => {
      const application = await this.applications.holdByToken(tx, hashToken(token));
      await this.drop(tx, application, { event: 'withdraw', actor: { kind: 'system' } });
    });
  }

  private async drop(tx: Tx, application: Application, drop: Drop): Promise<void> {
    const { id, state, acceptedAs } = application;
    if (state === 'rejected' || state === 'withdrawn') throw contractsErrors.applicationSettled();
    const reason = drop.event === 'reject' ? drop.reason : 'withdrawn';
    if (acceptedAs) await this.dropContract(tx, acceptedAs, drop, reason);
    await this.applications.settle(tx, id, {
      state: drop.event === 'reject' ? 'rejected' : 'withdrawn',
      at: this.clock.now(),
      reason,
    });
    await this.tell(tx, application, drop);
    await this.audit.record(tx, {
      tenantId: acceptedAs,
      actor: drop.actor,
      action: `application.${drop.event === 'reject' ? 'rejected' : 'withdrawn'}`,
      subject: { kind: 'application', id },
      details: { reason },
    });
  }

  private async dropContract(
    tx: Tx,
    tenantId: TenantId,
    { event, actor }: Drop,
    reason: string,
  ): Promise<void> {
    const contract = await this.contracts.hold(tx, tenantId);
    const met = ['rejection-reason'] as const;
    await this.move.within(tx, tenantId, contract, { event: { kind: event }, met, actor, reason });
    await this.closeTenant.within(tx, { tenantId, actor });
    await this.outbox.tell(tx, applicationRejected, { tenantId, contractId: contract.id, reason });
  }

  /** To the tenant it has become, or else to the address on the form. */
  private async tell(tx: Tx, application: Application, drop: Drop): Promise<void> {
    const { id, applicant, acceptedAs, locale } = application;
    const words =
      drop.event === 'withdraw'
        ? write(applicationWithdrawnV1, locale, { reference: id })
        : write(applicationRejectedV1, locale, {
            reference: id,
            reason: rejectionReasonTexts[drop.reason][locale],
          });
    const { name, postalAddress, pcEmail, mobileEmail } = applicant;
    const address = pcEmail ?? mobileEmail;
    const notice = { tenantId: acceptedAs, locale, ...words };
    await this.postNotice.within(
      tx,
      address === null
        ? { ...notice, channel: 'letter', to: { name, postalAddress } }
        : { ...notice, to: { name, address } },
    );
  }
}
