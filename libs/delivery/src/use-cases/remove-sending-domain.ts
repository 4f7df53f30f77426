import { AuditTrail, SenderProfiles } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { deliveryErrors } from '../delivery.errors.js';
import { domainOf } from '../dkim/dkim-signers.js';
import { SendingDomainStore } from '../store/sending-domain-store.js';

interface Removal {
  readonly tenantId: TenantId;
  readonly domainId: string;
  readonly actor: Actor;
}

/** Forgets a domain and destroys its keys, unless mails would leave unsigned for it. */
@Injectable()
export class RemoveSendingDomain {
  constructor(
    private readonly database: Database,
    private readonly domains: SendingDomainStore,
    private readonly profiles: SenderProfiles,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError delivery.domain-not-found, delivery.domain-in-use */
  async execute({ tenantId, domainId, actor }: Removal): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      const row = await this.domains.lock(tx, tenantId, domainId);
      if (!row) throw deliveryErrors.domainNotFound();
      const { fromAddress } = await this.profiles.get(tx, tenantId);
      const isSender = domainOf(fromAddress) === row.domain;
      if (isSender || (await this.domains.isSending(tx, tenantId, row.domain)))
        throw deliveryErrors.domainInUse();
      await this.domains.remove(tx, tenantId, domainId);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'sending-domain.removed',
        subject: { kind: 'sending-domain', id: domainId },
        details: { domain: row.domain },
      });
    });
  }
}
