import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { BounceCharges } from '../store/bounce-charges.store.js';
import { ChargeEvidenceStore } from '../store/charge-evidence.store.js';
import type { ChargeEvidence } from '../store/charge-evidence.store.js';

/** Hands out the file that shows why a special charge is due; each time is written down. @clause W12A */
@Injectable()
export class ShowChargeEvidence {
  constructor(
    private readonly database: Database,
    private readonly charges: BounceCharges,
    private readonly evidence: ChargeEvidenceStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError payments.charge-not-found, payments.no-evidence-file */
  execute({
    id,
    actor,
  }: {
    id: string;
    actor: Actor;
  }): Promise<ChargeEvidence & { tenantId: TenantId }> {
    return this.database.asSystem(async (tx) => {
      const { tenantId } = await this.charges.lock(tx, id);
      const file = await this.evidence.of(tx, tenantId, id);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'bounce-charge.downloaded',
        subject: { kind: 'bounce-charge', id },
      });
      return { ...file, tenantId };
    });
  }
}
