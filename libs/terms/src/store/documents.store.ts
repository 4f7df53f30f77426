import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { TermsDocument } from '../domain/terms-document.js';
import { termsErrors } from '../terms.errors.js';

const columns = `id, slug, kind, jsonb_build_object('ja', title_ja, 'en', title_en) AS title, noun`;

/** Documents belong to the provider: only transactions of the system reach them. */
@Injectable()
export class DocumentsStore {
  /** @throws BusinessError terms.slug-taken */
  async add(tx: Tx, { id, slug, kind, title, noun }: TermsDocument): Promise<void> {
    try {
      await tx.execute(
        `INSERT INTO terms_documents (id, slug, kind, title_ja, title_en, noun) VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, slug, kind, title.ja, title.en, noun],
      );
    } catch (error) {
      throw isDuplicate(error) ? termsErrors.slugTaken({ field: 'slug' }) : error;
    }
  }

  all(tx: Tx): Promise<TermsDocument[]> {
    return tx.query<TermsDocument>(`SELECT ${columns} FROM terms_documents ORDER BY slug`);
  }

  /** @throws BusinessError terms.no-document */
  async bySlug(tx: Tx, slug: string): Promise<TermsDocument> {
    const [document] = await tx.query<TermsDocument>(
      `SELECT ${columns} FROM terms_documents WHERE slug = $1`,
      [slug],
    );
    if (!document) throw termsErrors.noDocument();
    return document;
  }
}
