import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { bankFileFetched } from '../billing.facts.js';
import { BankFileParties } from '../store/bank-file-parties.store.js';
import { RefundFiles } from '../store/refund-files.store.js';

/** Gives out the bytes of a file of refunds; each time is written down, as accounts leave the house. @clause W4.7 */
@Injectable()
export class DownloadRefundFile {
  constructor(
    private readonly database: Database,
    private readonly files: RefundFiles,
    private readonly parties: BankFileParties,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** @throws BusinessError payments.refund-file-not-found */
  execute({
    id,
    actor,
  }: {
    id: string;
    actor: Actor;
  }): Promise<{ fileName: string; bytes: Uint8Array; tenantIds: TenantId[] }> {
    return this.database.asSystem(async (tx) => {
      const { payOn, bytes } = await this.files.bytes(tx, id);
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'refund-file.downloaded',
        subject: { kind: 'refund-file', id },
        details: { bytes: bytes.length },
      });
      await this.outbox.tell(tx, bankFileFetched, { fileId: id, kind: 'refund' });
      const tenantIds = await this.parties.tenants(tx, 'refund', id);
      return { fileName: `sogofurikomi-${payOn.replaceAll('-', '')}.txt`, bytes, tenantIds };
    });
  }
}
