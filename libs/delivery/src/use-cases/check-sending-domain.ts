import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { deliveryErrors } from '../delivery.errors.js';
import { movesAfter } from '../domain/dkim-key.js';
import { judgeDomain, sightingsOf } from '../domain/judge-sending-domain.js';
import type { DomainSurvey } from '../domain/judge-sending-domain.js';
import { DkimKeys } from '../store/dkim-keys.js';
import { SendingDomainStore } from '../store/sending-domain-store.js';
import { ReadSendingDomains } from './read-sending-domains.js';
import type { DomainWithKeys } from './read-sending-domains.js';
import { SurveySendingDomain } from './survey-sending-domain.js';

interface Check {
  readonly tenantId: TenantId;
  readonly domainId: string;
  readonly actor: Actor;
}

/** Looks at the DNS and acts on it: published keys begin to sign, the domain counts as verified or no longer does. */
@Injectable()
export class CheckSendingDomain {
  constructor(
    private readonly database: Database,
    private readonly read: ReadSendingDomains,
    private readonly survey: SurveySendingDomain,
    private readonly domains: SendingDomainStore,
    private readonly keys: DkimKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError delivery.domain-not-found */
  async execute(check: Check): Promise<DomainWithKeys> {
    const { tenantId, domainId } = check;
    const { domain, keys } = await this.read.one(tenantId, domainId);
    const survey = await this.survey.execute(domain.domain, keys);
    await this.database.inTenant(tenantId, (tx) => this.note(tx, check, survey));
    return this.read.one(tenantId, domainId);
  }

  private async note(
    tx: Tx,
    { tenantId, domainId, actor }: Check,
    survey: DomainSurvey,
  ): Promise<void> {
    const row = await this.domains.lock(tx, tenantId, domainId);
    if (!row) throw deliveryErrors.domainNotFound();
    const now = this.clock.now();
    // The keys may have moved while the DNS was asked; one that nobody looked up stays as it is.
    const keys = await this.keys.of(tx, tenantId, [domainId]);
    const moves = movesAfter(keys, sightingsOf(survey), now);
    await this.keys.move(tx, tenantId, moves, now);
    const verified = moves.verified ?? row.verifiedAt !== null;
    const verifiedAt = verified ? (row.verifiedAt ?? now) : null;
    const lastCheck = judgeDomain(survey);
    await this.domains.noteCheck(tx, tenantId, domainId, { checkedAt: now, verifiedAt, lastCheck });
    const changed = [
      ...(verified === (row.verifiedAt !== null) ? [] : [verified ? 'verified' : 'unverified']),
      ...(moves.retire.length > 0 ? ['key-changed'] : []),
    ];
    for (const change of changed)
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: `sending-domain.${change}`,
        subject: { kind: 'sending-domain', id: domainId },
        details: { domain: row.domain },
      });
  }
}
