import { BankFileParties } from '#lib/billing';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { LogDisclosures } from './log-disclosures.js';

/** Enters a file with accounts that was fetched for the bank. @clause P4-3 銀行等に…預託, W6.1 */
@Injectable()
export class NoteBankFile {
  constructor(
    private readonly database: Database,
    private readonly parties: BankFileParties,
    private readonly log: LogDisclosures,
  ) {}

  async execute({ fileId, kind }: { fileId: string; kind: 'debit' | 'refund' }): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const tenantIds = await this.parties.tenants(tx, kind, fileId);
      await this.log.note(tx, {
        recipient: kind === 'debit' ? '口座振替の収納機関' : '振込を依頼する銀行',
        recipientKind: 'bank',
        basis: 'PAYMENT_COLLECTION',
        ground: kind === 'debit' ? 'W6.1, P4-3' : 'W4.7, P4-3',
        classes: ['B', 'C'],
        what: '口座名義・口座番号・金額',
        persons: tenantIds.length,
        tenantIds,
        source: `${kind}-file:${fileId}`,
      });
    });
  }
}
