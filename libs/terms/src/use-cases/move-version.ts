import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { VersionRecord } from '../domain/version-record.js';
import { DocumentsStore } from '../store/documents.store.js';
import { VersionsStore } from '../store/versions.store.js';

export interface VersionName {
  readonly slug: string;
  readonly number: number;
}

interface Move extends VersionName {
  readonly actor: Actor;
  /** Past participle for the audit trail: `terms.approved`. */
  readonly action: string;
  /** What the version becomes; throws when it may not. Null removes it. */
  readonly change: (version: VersionRecord, tx: Tx) => Promise<VersionRecord | null>;
}

/** One step of a version on its way: locked, decided, written and recorded in one transaction. */
@Injectable()
export class MoveVersion {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentsStore,
    private readonly versions: VersionsStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError terms.no-document, terms.no-version and what `change` throws */
  async execute({ slug, number, actor, action, change }: Move): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const { id } = await this.documents.bySlug(tx, slug);
      const next = await change(await this.versions.lock(tx, id, number), tx);
      if (next) await this.versions.save(tx, next);
      else await this.versions.remove(tx, id, number);
      const subject = { kind: 'terms', id };
      await this.audit.record(tx, { tenantId: null, actor, action, subject, details: { number } });
    });
  }
}
