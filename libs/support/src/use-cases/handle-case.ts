import { AuditTrail, TellOwners, Tenants, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, asTenantId, newId } from '#lib/kernel';
import type { ProhibitedAct } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { decodeCursor, pageOf } from '#platform/http';
import type { PageOf } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { caseWarning } from '../case-warning.notice.js';
import type { AbuseCase, Outcome } from '../domain/prohibited-acts.js';
import { CasesStore } from '../store/cases.store.js';
import { Inquiries } from '../store/inquiries.store.js';
import { supportErrors } from '../support.errors.js';
import { caseDecided } from '../support.facts.js';

/** A suspected breach of the prohibited acts, from its opening to the operator's decision. @clause W12A, P4-2 */
@Injectable()
export class HandleCase {
  constructor(
    private readonly database: Database,
    private readonly cases: CasesStore,
    private readonly inquiries: Inquiries,
    private readonly tenants: Tenants,
    private readonly tellOwners: TellOwners,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Gives the id; a report brings its campaign along. @throws BusinessError accounts.tenant-not-found, support.no-inquiry */
  async open(
    suspicion: {
      readonly tenantId: string;
      readonly code: ProhibitedAct;
      readonly summary: string;
      readonly inquiryId: string | null;
    },
    actor: Actor,
  ): Promise<string> {
    const openedAt = this.clock.now();
    const id = newId(openedAt);
    const undecided = { outcome: null, reason: null, decidedAt: null };
    const { inquiryId } = suspicion;
    await this.database.asSystem(async (tx) => {
      await this.tenants.get(tx, asTenantId(suspicion.tenantId));
      const report = inquiryId === null ? undefined : await this.inquiries.get(tx, inquiryId);
      if (inquiryId !== null && !report) throw supportErrors.noInquiry({ field: 'inquiryId' });
      const campaignId = report?.campaignId ?? null;
      const found = { ...suspicion, campaignId, detector: null, evidence: null };
      await this.cases.add(tx, { ...found, id, openedAt, ...undecided }, actorId(actor));
      await this.record(tx, actor, 'abuse-case.opened', id);
    });
    return id;
  }

  /**
   * Closes a case. A warning is mailed to the tenant's owners and shown in its inbox; holds, cure notices and
   * terminations are carried out in the contract and only noted here.
   * @throws BusinessError support.no-case, support.case-decided
   */
  async decide(id: string, outcome: Outcome, reason: string, actor: Actor): Promise<void> {
    const at = this.clock.now();
    await this.database.asSystem(async (tx) => {
      const found = await this.cases.get(tx, id);
      if (!found) throw supportErrors.noCase();
      if (found.outcome) throw supportErrors.caseDecided();
      await this.cases.decide(tx, id, { outcome, reason, at, by: actorId(actor) });
      if (outcome === 'warned') await this.warn(tx, found, reason);
      const { tenantId, campaignId, detector } = found;
      await this.outbox.tell(tx, caseDecided, {
        tenantId,
        caseId: id,
        campaignId,
        detector,
        outcome,
      });
      await this.record(tx, actor, 'abuse-case.decided', id);
    });
  }

  /** The newest first. @throws BusinessError request.bad-cursor */
  async page(
    openOnly: boolean,
    size: number,
    cursor: string | undefined,
  ): Promise<PageOf<AbuseCase>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const rows = await this.database.asSystem((tx) => this.cases.page(tx, openOnly, size, after));
    return pageOf(rows, size, ({ id, openedAt }) => ({ id, sort: openedAt.toISOString() }));
  }

  private warn(tx: Tx, { tenantId, code }: AbuseCase, reason: string): Promise<void> {
    return this.tellOwners.within(tx, asTenantId(tenantId), caseWarning, { code, reason });
  }

  private async record(tx: Tx, actor: Actor, action: string, id: string): Promise<void> {
    await this.audit.record(tx, {
      tenantId: null,
      actor,
      action,
      subject: { kind: 'abuse-case', id },
    });
  }
}
