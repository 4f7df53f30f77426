import { createHash } from 'node:crypto';
import { AuditTrail, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { proposingOperator } from '../deciding-operator.js';
import { evidenceType } from '../domain/charge/evidence-type.js';
import { BounceCharges } from '../store/bounce-charges.store.js';
import { ChargeEvidenceStore } from '../store/charge-evidence.store.js';
import { paymentsErrors } from '../payments.errors.js';

interface ChargeProposal {
  readonly tenantId: TenantId;
  /** Above zero; outside the tax. @decision D-14 */
  readonly amount: Yen;
  /** What shows that the addresses were registered on purpose; never an address itself. */
  readonly evidence: string;
  /** A picture or a PDF of it. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
  readonly actor: Actor;
}

/**
 * One person proposes the special charge for addresses that were invented, with the evidence. It never comes about by
 * itself.
 * @clause W12A
 */
@Injectable()
export class ProposeBounceCharge {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly charges: BounceCharges,
    private readonly files: ChargeEvidenceStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Gives the id. @throws BusinessError accounts.tenant-not-found, payments.operator-needed, payments.bad-evidence-file */
  async execute({ tenantId, amount, evidence, file, actor }: ChargeProposal): Promise<string> {
    const type = file && evidenceType(file.bytes);
    if (file && !type) throw paymentsErrors.badEvidenceFile({ field: 'file' });
    const proposedBy = proposingOperator(actor);
    const proposedAt = this.clock.now();
    const id = newId(proposedAt);
    await this.database.inTenant(tenantId, async (tx) => {
      await this.tenants.get(tx, tenantId);
      await this.charges.propose(tx, tenantId, { id, amount, evidence, proposedAt, proposedBy });
      if (file && type) {
        const sha256 = createHash('sha256').update(file.bytes).digest();
        await this.files.keep(tx, tenantId, id, { ...file, type, sha256, at: proposedAt });
      }
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'bounce-charge.proposed',
        subject: { kind: 'bounce-charge', id },
        details: { amount },
      });
    });
    return id;
  }
}
