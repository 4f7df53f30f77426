import { BusinessError, asTenantId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { CheckSendingDomain } from './check-sending-domain.js';

/** The daily look at a domain. One that was removed in the meantime needs none. */
@Injectable()
export class RecheckSendingDomain {
  constructor(private readonly check: CheckSendingDomain) {}

  async execute({ tenantId, domainId }: { tenantId: string; domainId: string }): Promise<void> {
    const actor = { kind: 'system' } as const;
    await this.check
      .execute({ tenantId: asTenantId(tenantId), domainId, actor })
      .catch((error: unknown) => {
        const isGone = error instanceof BusinessError && error.kind === 'not-found';
        if (!isGone) throw error;
      });
  }
}
