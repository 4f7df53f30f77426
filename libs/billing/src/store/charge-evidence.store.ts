import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import type { EvidenceType } from '../domain/charge/evidence-type.js';
import { paymentsErrors } from '../payments.errors.js';

export interface ChargeEvidence {
  readonly name: string;
  readonly type: EvidenceType;
  readonly bytes: Uint8Array;
}

const owner = (tenantId: TenantId, chargeId: string): string => `charge/${tenantId}/${chargeId}`;

/** Files that show why a special charge is due; never changed. @clause W12A */
@Injectable()
export class ChargeEvidenceStore {
  constructor(private readonly secrets: Secrets) {}

  async keep(
    tx: Tx,
    tenantId: TenantId,
    chargeId: string,
    { name, type, bytes, sha256, at }: ChargeEvidence & { sha256: Buffer; at: Date },
  ): Promise<void> {
    const box = this.secrets.encrypt('bank-file', owner(tenantId, chargeId), bytes);
    await tx.execute(
      `INSERT INTO bounce_charge_files (tenant_id, charge_id, name, type, sha256, file_box, kept_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tenantId, chargeId, name, type, sha256, box, at],
    );
  }

  /** @throws BusinessError payments.no-evidence-file */
  async of(tx: Tx, tenantId: TenantId, chargeId: string): Promise<ChargeEvidence> {
    const [row] = await tx.query<Omit<ChargeEvidence, 'bytes'> & { box: Buffer }>(
      `SELECT name, type, file_box AS box FROM bounce_charge_files WHERE tenant_id = $1 AND charge_id = $2`,
      [tenantId, chargeId],
    );
    if (!row) throw paymentsErrors.noEvidenceFile();
    const { box, ...file } = row;
    return { ...file, bytes: this.secrets.decrypt('bank-file', owner(tenantId, chargeId), box) };
  }
}
