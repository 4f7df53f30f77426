import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { TermsDocument } from '../domain/terms-document.js';
import type { DraftText } from '../domain/version-record.js';
import { DocumentsStore } from '../store/documents.store.js';
import { VersionsStore } from '../store/versions.store.js';

interface NewDocument {
  readonly document: Omit<TermsDocument, 'id'>;
  readonly text: DraftText;
  readonly actor: Actor;
}

/** Begins a document with the draft of its first version. */
@Injectable()
export class DraftDocument {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentsStore,
    private readonly versions: VersionsStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError terms.slug-taken */
  async execute({ document, text, actor }: NewDocument): Promise<void> {
    const id = newId(this.clock.now());
    await this.database.asSystem(async (tx) => {
      await this.documents.add(tx, { id, ...document });
      await this.versions.add(tx, id, 1, text);
      const subject = { kind: 'terms', id };
      const details = { slug: document.slug };
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'terms.drafted',
        subject,
        details,
      });
    });
  }
}
