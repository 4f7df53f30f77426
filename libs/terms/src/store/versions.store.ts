import { PlainDate } from '#lib/kernel';
import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { DraftText, PublishedVersion, VersionRecord } from '../domain/version-record.js';
import { isPublished } from '../domain/version-record.js';
import { termsErrors } from '../terms.errors.js';

const columns = `document_id AS "documentId", number, state, version, body, supplement, summary, impact,
  is_material AS "isMaterial", revised_on::text AS "revisedOn", effective_on::text AS "effectiveOn",
  submitted_by AS "submittedBy", approved_by AS "approvedBy", published_at AS "publishedAt",
  in_force_from AS "inForceFrom", full_text AS "fullText", hash`;

type Row = Omit<VersionRecord, 'revisedOn' | 'effectiveOn'> & {
  readonly revisedOn: string | null;
  readonly effectiveOn: string | null;
};

const dateOf = (text: string | null): PlainDate | null =>
  text === null ? null : PlainDate.from(text);

const ofRow = (row: Row): VersionRecord => ({
  ...row,
  revisedOn: dateOf(row.revisedOn),
  effectiveOn: dateOf(row.effectiveOn),
});

/** Versions of documents. The database refuses to change one that is published. */
@Injectable()
export class VersionsStore {
  /** Newest first. */
  async of(tx: Tx, documentId: string): Promise<VersionRecord[]> {
    const rows = await tx.query<Row>(
      `SELECT ${columns} FROM terms_versions WHERE document_id = $1 ORDER BY number DESC`,
      [documentId],
    );
    return rows.map(ofRow);
  }

  async published(tx: Tx, documentId: string): Promise<PublishedVersion[]> {
    return (await this.of(tx, documentId)).filter(isPublished);
  }

  /** Locked until the transaction ends. @throws BusinessError terms.no-version */
  async lock(tx: Tx, documentId: string, number: number): Promise<VersionRecord> {
    const [row] = await tx.query<Row>(
      `SELECT ${columns} FROM terms_versions WHERE document_id = $1 AND number = $2 FOR UPDATE`,
      [documentId, number],
    );
    if (!row) throw termsErrors.noVersion();
    return ofRow(row);
  }

  /** @throws BusinessError terms.revision-open: one revision at a time */
  async add(tx: Tx, documentId: string, number: number, text: DraftText): Promise<void> {
    try {
      await tx.execute(
        `INSERT INTO terms_versions (document_id, number, state, body, supplement, summary, impact, is_material)
         VALUES ($1, $2, 'draft', $3, $4, $5, $6, $7)`,
        [
          documentId,
          number,
          text.body,
          text.supplement,
          text.summary,
          text.impact,
          text.isMaterial,
        ],
      );
    } catch (error) {
      throw isDuplicate(error) ? termsErrors.draftOpen() : error;
    }
  }

  /** Writes what a move changed. */
  async save(tx: Tx, v: VersionRecord): Promise<void> {
    await tx.execute(
      `UPDATE terms_versions SET state = $3, version = version + 1, body = $4, supplement = $5, summary = $6,
         impact = $7, is_material = $8, revised_on = $9, effective_on = $10, submitted_by = $11,
         approved_by = $12, published_at = $13, in_force_from = $14, full_text = $15, hash = $16
       WHERE document_id = $1 AND number = $2`,
      [
        v.documentId,
        v.number,
        v.state,
        v.body,
        v.supplement,
        v.summary,
        v.impact,
        v.isMaterial,
        v.revisedOn?.toString() ?? null,
        v.effectiveOn?.toString() ?? null,
        v.submittedBy,
        v.approvedBy,
        v.publishedAt,
        v.inForceFrom,
        v.fullText,
        v.hash,
      ],
    );
  }

  async remove(tx: Tx, documentId: string, number: number): Promise<void> {
    await tx.execute('DELETE FROM terms_versions WHERE document_id = $1 AND number = $2', [
      documentId,
      number,
    ]);
  }
}
