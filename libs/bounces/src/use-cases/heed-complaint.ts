import { AuditTrail } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { SuppressForComplaint } from '#lib/subscribers';
import { Injectable } from '@nestjs/common';

/** Who reports a mail as unwanted gets no other from this tenant. @rfc 6650 §4 */
@Injectable()
export class HeedComplaint {
  constructor(
    private readonly suppress: SuppressForComplaint,
    private readonly audit: AuditTrail,
  ) {}

  async within(
    tx: Tx,
    { tenantId, subscriberId }: { tenantId: TenantId; subscriberId: string },
  ): Promise<void> {
    if (!(await this.suppress.within(tx, { tenantId, subscriberId }))) return;
    await this.audit.record(tx, {
      tenantId,
      actor: { kind: 'system' },
      action: 'subscriber.removed',
      subject: { kind: 'subscriber', id: subscriberId },
      details: { cause: 'COMPLAINT' },
    });
  }
}
