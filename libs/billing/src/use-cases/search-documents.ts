import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { billingErrors } from '../billing.errors.js';
import { DocumentsStore } from '../store/documents.store.js';
import type { DocumentSearch, FoundDocument } from '../store/documents.store.js';

/** Finds kept documents by date, amount and counterparty, over all tenants (電子帳簿保存法). @clause W22.3 */
@Injectable()
export class SearchDocuments {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentsStore,
  ) {}

  execute(by: DocumentSearch, limit: number): Promise<FoundDocument[]> {
    return this.database.asSystem((tx) => this.documents.search(tx, by, limit));
  }

  /** @throws BusinessError billing.document-not-found, billing.document-damaged */
  bytes(tenantId: TenantId, id: string): Promise<{ number: string; bytes: Buffer }> {
    return this.database.inTenant(tenantId, async (tx) => {
      const document = await this.documents.find(tx, tenantId, id);
      const bytes = document && (await this.documents.bytes(tx, tenantId, id));
      if (!bytes) throw billingErrors.documentNotFound();
      return { number: document.number, bytes };
    });
  }
}
