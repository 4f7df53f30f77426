import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import type { Actor } from '../domain/actor.js';
import { ConsentsStore } from '../store/consents.store.js';
import { SessionListStore } from '../store/session-list.store.js';
import { Tenants } from '../tenants.js';

const longestMs = 60 * 60_000;

interface Wish {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  readonly sessionId: string;
  /** Why, for the tenant's trail. */
  readonly reason: string;
}

/** Lets an operator's session work in the name of a tenant that consented, for an hour at most. @clause W9.4 */
@Injectable()
export class ActForTenant {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly consents: ConsentsStore,
    private readonly sessions: SessionListStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Gives until when. @throws BusinessError accounts.tenant-not-found, accounts.assistance-consent-needed */
  async execute({ tenantId, actor, sessionId, reason }: Wish): Promise<Date> {
    if (actor.kind !== 'operator') throw accountsErrors.notAllowed();
    const now = this.clock.now();
    return this.database.asSystem(async (tx) => {
      await this.tenants.get(tx, tenantId);
      const consent = await this.consents.inForce(tx, tenantId, now);
      if (!consent) throw accountsErrors.consentNeeded();
      const until = new Date(Math.min(consent.until.getTime(), now.getTime() + longestMs));
      await this.sessions.setActing(tx, sessionId, { tenantId, until });
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'assistance.begun',
        subject: { kind: 'consent', id: consent.id },
        details: { reason, until: until.toISOString() },
      });
      return until;
    });
  }

  async end({ actor, sessionId }: { actor: Actor; sessionId: string }): Promise<void> {
    if (actor.kind !== 'operator' || !actor.actingFor) return;
    const tenantId = actor.actingFor;
    await this.database.asSystem(async (tx) => {
      await this.sessions.setActing(tx, sessionId, null);
      const subject = { kind: 'tenant', id: tenantId };
      await this.audit.record(tx, { tenantId, actor, action: 'assistance.ended', subject });
    });
  }
}
