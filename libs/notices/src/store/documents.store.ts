import { createHash } from 'node:crypto';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface NoticeDocument {
  /** A file name for people, `請求書-2026-04.pdf`. */
  readonly name: string;
  /** `application/pdf` */
  readonly type: string;
  readonly content: Buffer;
}

/** What went with a notice, byte for byte. */
@Injectable()
export class DocumentsStore {
  async insert(
    tx: Tx,
    tenantId: TenantId | null,
    noticeId: string,
    documents: readonly NoticeDocument[],
  ): Promise<void> {
    for (const [position, { name, type, content }] of documents.entries())
      await tx.execute(
        `INSERT INTO notice_documents (tenant_id, notice_id, position, name, type, sha256, content)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          tenantId,
          noticeId,
          position,
          name,
          type,
          createHash('sha256').update(content).digest('hex'),
          content,
        ],
      );
  }

  /** In their order. */
  of(tx: Tx, noticeId: string): Promise<NoticeDocument[]> {
    return tx.query<NoticeDocument>(
      'SELECT name, type, content FROM notice_documents WHERE notice_id = $1 ORDER BY position',
      [noticeId],
    );
  }
}
