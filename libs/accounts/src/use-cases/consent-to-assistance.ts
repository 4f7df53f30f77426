import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import type { Actor } from '../domain/actor.js';
import { ConsentsStore } from '../store/consents.store.js';
import type { AssistanceConsent } from '../store/consents.store.js';
import { SessionListStore } from '../store/session-list.store.js';

const hourMs = 60 * 60_000;

interface Consent {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  readonly hours: number;
  readonly purpose: string;
}

/** Records that operators may work in the tenant's name for some hours, and ends that on request. @clause W9.4 */
@Injectable()
export class ConsentToAssistance {
  constructor(
    private readonly database: Database,
    private readonly consents: ConsentsStore,
    private readonly sessions: SessionListStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError accounts.not-allowed for anybody but a member */
  async execute({ tenantId, actor, hours, purpose }: Consent): Promise<AssistanceConsent> {
    if (actor.kind !== 'member') throw accountsErrors.notAllowed();
    const givenAt = this.clock.now();
    const until = new Date(givenAt.getTime() + hours * hourMs);
    const consent = { id: newId(givenAt), givenBy: actor.memberId, givenAt, until, purpose };
    await this.database.inTenant(tenantId, async (tx) => {
      await this.consents.insert(tx, tenantId, consent);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'assistance.consented',
        subject: { kind: 'consent', id: consent.id },
        details: { until: until.toISOString(), purpose },
      });
    });
    return consent;
  }

  /** Whoever acts for the tenant stops at once. @throws BusinessError accounts.no-assistance-consent */
  async withdraw({ tenantId, actor }: { tenantId: TenantId; actor: Actor }): Promise<void> {
    if (actor.kind !== 'member') throw accountsErrors.notAllowed();
    await this.database.asSystem(async (tx) => {
      if ((await this.consents.withdraw(tx, tenantId, this.clock.now())) === 0)
        throw accountsErrors.noConsent();
      await this.sessions.endActingFor(tx, tenantId);
      const subject = { kind: 'tenant', id: tenantId };
      await this.audit.record(tx, { tenantId, actor, action: 'assistance.withdrawn', subject });
    });
  }
}
