import { AuditTrail, RegisterTenant } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, jstMonth, newId } from '#lib/kernel';
import type { Locale, TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { applicationAccepted } from '../contracts.facts.js';
import { billToOf } from '../domain/application.js';
import { AgreedStore } from '../store/agreed.store.js';
import { ApplicationsStore } from '../store/applications.store.js';
import { ContractsStore } from '../store/contracts.store.js';
import { HistoryStore } from '../store/history.store.js';
import { CheckForm } from './check-form.js';

interface Acceptance {
  readonly applicationId: string;
  /** The tenant's name in URLs. @clause W8.1 */
  readonly slug: string;
  /** Theirs on the form unless given. */
  readonly locale?: Locale | undefined;
  readonly actor: Actor;
}

/** Makes an applicant a tenant: registered and provisioned, under a contract that waits for the start gate. @clause W4.1 */
@Injectable()
export class AcceptApplication {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationsStore,
    private readonly check: CheckForm,
    private readonly registerTenant: RegisterTenant,
    private readonly contracts: ContractsStore,
    private readonly agreed: AgreedStore,
    private readonly history: HistoryStore,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError contracts.application-not-found, contracts.application-settled, accounts.bad-slug, accounts.slug-taken */
  execute({ applicationId, slug, actor, ...acceptance }: Acceptance): Promise<TenantId> {
    return this.database.asSystem(async (tx) => {
      const application = await this.applications.hold(tx, applicationId);
      if (application.state !== 'received') throw contractsErrors.applicationSettled();
      const { applicant, appliedAt, formArrivedAt, termsVersion, termsHash } = application;
      const rules = await this.check.within(tx, application, appliedAt);
      const at = this.clock.now();
      const { name } = applicant;
      const { locale = application.locale } = acceptance;
      const tenantId = await this.registerTenant.within(tx, { slug, name, locale, actor });
      const id = newId(at);
      const stage = 'applied';
      await this.contracts.insert(tx, tenantId, {
        id,
        stage,
        applicationId,
        appliedAt,
        rules,
        billTo: billToOf(applicant),
        termsVersion,
        termsHash,
        serviceStartDate: null,
        formArrivedAt,
        provisionedAt: at,
      });
      const from = jstMonth(appliedAt);
      await this.agreed.setCourse(tx, tenantId, id, { courseCode: application.courseCode, from });
      for (const optionCode of application.optionCodes)
        await this.agreed.addOption(tx, tenantId, id, { optionCode, from });
      await this.history.add(tx, tenantId, id, { stage, event: 'apply', at: appliedAt, actor });
      await this.applications.settle(tx, applicationId, {
        state: 'accepted',
        at,
        acceptedAs: tenantId,
      });
      const told = { tenantId, contractId: id, applicationId };
      await this.outbox.tell(tx, applicationAccepted, told);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'application.accepted',
        subject: { kind: 'application', id: applicationId },
      });
      return tenantId;
    });
  }
}
