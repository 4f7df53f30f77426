import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { leakReported } from '../accounts.facts.js';
import { AuditTrail } from '../audit-trail.js';
import type { Actor } from '../domain/actor.js';
import { reissueMail } from '../domain/security-mails.js';
import { ApiKeysStore } from '../store/api-keys.store.js';
import { LeakReportsStore } from '../store/leak-reports.store.js';
import type { LeakReport } from '../store/leak-reports.store.js';
import { SessionListStore } from '../store/session-list.store.js';
import { SignInStore } from '../store/sign-in.store.js';
import { Tenants } from '../tenants.js';
import { MailPasswordLink } from './mail-password-link.js';

interface Report {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  readonly what: LeakReport['what'];
}

/**
 * Freezes a tenant at once: every session ends, passwords are void, keys are refused (revoked, when they are what
 * leaked), sending pauses. Everybody gets a link for a new password.
 * @clause W8.3
 */
@Injectable()
export class ReportLeak {
  constructor(
    private readonly database: Database,
    private readonly reports: LeakReportsStore,
    private readonly accounts: SignInStore,
    private readonly sessions: SessionListStore,
    private readonly keys: ApiKeysStore,
    private readonly tenants: Tenants,
    private readonly mailLink: MailPasswordLink,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute({ tenantId, actor, what }: Report): Promise<void> {
    const reportedAt = this.clock.now();
    const id = newId(reportedAt);
    const reportedBy = actor.kind === 'member' ? actor.memberId : null;
    await this.database.asSystem(async (tx) => {
      await this.reports.insert(tx, tenantId, { id, reportedAt, reportedBy, what });
      await this.accounts.voidPasswords(tx, tenantId);
      await this.sessions.deleteOfTenant(tx, tenantId);
      await this.sessions.endActingFor(tx, tenantId);
      if (what === 'api-key') await this.keys.revokeAll(tx, tenantId, reportedAt);
      await this.reissue(tx, tenantId);
      await this.outbox.tell(tx, leakReported, { tenantId });
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'leak.reported',
        subject: { kind: 'tenant', id: tenantId },
        details: { what },
      });
    });
  }

  private async reissue(tx: Tx, tenantId: TenantId): Promise<void> {
    const { name: tenantName, locale } = await this.tenants.get(tx, tenantId);
    for (const account of await this.accounts.ofTenant(tx, tenantId))
      await this.mailLink.within(tx, account, locale, 'accounts.leak-reissue', (link) =>
        reissueMail[locale]({ name: account.name, tenantName, ...link }),
      );
  }
}
