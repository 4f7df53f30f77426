import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DocumentsStore } from '../store/documents.store.js';
import { VersionsStore } from '../store/versions.store.js';

/** Begins the next version of a document, as a draft that starts from the text of the last one. */
@Injectable()
export class BeginRevision {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentsStore,
    private readonly versions: VersionsStore,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Gives the number of the new version.
   * @throws BusinessError terms.no-document, terms.revision-open
   */
  execute({ slug, actor }: { slug: string; actor: Actor }): Promise<number> {
    return this.database.asSystem(async (tx) => {
      const document = await this.documents.bySlug(tx, slug);
      const [last] = await this.versions.of(tx, document.id);
      const number = (last?.number ?? 0) + 1;
      await this.versions.add(tx, document.id, number, {
        body: last?.body ?? '',
        supplement: null,
        summary: '',
        impact: 'neutral',
        isMaterial: false,
      });
      const subject = { kind: 'terms', id: document.id };
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'terms.revision-begun',
        subject,
        details: { number },
      });
      return number;
    });
  }
}
