import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { deliveryErrors } from '../delivery.errors.js';
import { SendingDomainStore } from '../store/sending-domain-store.js';
import { WarmUps } from '../store/warm-ups.js';

interface Wish {
  readonly tenantId: TenantId;
  readonly domainId: string;
  readonly actor: Actor;
  readonly wanted: boolean;
}

/** Lets a new sending domain send little at first and more each day, or ends that. */
@Injectable()
export class WarmUpDomain {
  constructor(
    private readonly database: Database,
    private readonly domains: SendingDomainStore,
    private readonly warmUps: WarmUps,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Gives since when it runs; null when it does not. @throws BusinessError delivery.domain-not-found */
  execute({ tenantId, domainId, actor, wanted }: Wish): Promise<Date | null> {
    return this.database.inTenant(tenantId, async (tx) => {
      const row = await this.domains.lock(tx, tenantId, domainId);
      if (!row) throw deliveryErrors.domainNotFound();
      const { domain } = row;
      if (wanted) await this.warmUps.start(tx, tenantId, domain, this.clock.now());
      else await this.warmUps.end(tx, tenantId, domain);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: wanted ? 'warm-up.started' : 'warm-up.ended',
        subject: { kind: 'sending-domain', id: domainId },
        details: { domain },
      });
      return (await this.warmUps.startedAt(tx, tenantId, domain)) ?? null;
    });
  }

  /** @throws BusinessError delivery.domain-not-found */
  startedAt(tenantId: TenantId, domainId: string): Promise<Date | null> {
    return this.database.inTenant(tenantId, async (tx) => {
      const row = await this.domains.find(tx, tenantId, domainId);
      if (!row) throw deliveryErrors.domainNotFound();
      return (await this.warmUps.startedAt(tx, tenantId, row.domain)) ?? null;
    });
  }
}
