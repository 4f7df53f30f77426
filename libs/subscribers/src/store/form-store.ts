import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { FormContent } from '../domain/form.js';
import { FormVersionRow } from './form-version.row.js';

@Injectable()
export class FormStore {
  version(
    tx: Tx,
    tenantId: TenantId,
    newsletterId: string,
    number: number,
  ): Promise<FormVersionRow | null> {
    return tx.rows(FormVersionRow).findOneBy({ tenantId, newsletterId, number });
  }

  draft(tx: Tx, tenantId: TenantId, newsletterId: string): Promise<FormVersionRow | null> {
    return tx.rows(FormVersionRow).findOneBy({ tenantId, newsletterId, publishedAt: IsNull() });
  }

  /** Newest first. */
  versions(tx: Tx, tenantId: TenantId, newsletterId: string): Promise<FormVersionRow[]> {
    return tx
      .rows(FormVersionRow)
      .find({ where: { tenantId, newsletterId }, order: { number: 'DESC' }, take: 200 });
  }

  /** The published versions that are shown now, one a newsletter. */
  async shown(
    tx: Tx,
    tenantId: TenantId,
    newsletters: readonly { id: string; publishedForm: number | null }[],
  ): Promise<Map<string, FormVersionRow>> {
    const rows = await tx.rows(FormVersionRow).findBy({
      tenantId,
      newsletterId: In(newsletters.map(({ id }) => id)),
      number: In(newsletters.flatMap(({ publishedForm }) => publishedForm ?? [])),
    });
    const shown = new Map(newsletters.map(({ id, publishedForm }) => [id, publishedForm]));
    return new Map(
      rows
        .filter((row) => shown.get(row.newsletterId) === row.number)
        .map((row) => [row.newsletterId, row]),
    );
  }

  /** Begins the next version; it gets the next number. */
  async insertDraft(
    tx: Tx,
    tenantId: TenantId,
    newsletterId: string,
    content: FormContent,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO form_versions (tenant_id, newsletter_id, number, content)
       SELECT $1, $2, coalesce(max(number), 0) + 1, $3::jsonb FROM form_versions
        WHERE tenant_id = $1 AND newsletter_id = $2`,
      [tenantId, newsletterId, JSON.stringify(content)],
    );
  }

  /** False when the draft was saved by somebody else first, or is no draft any more. */
  async saveDraft(
    tx: Tx,
    tenantId: TenantId,
    newsletterId: string,
    revision: number,
    content: FormContent,
  ): Promise<boolean> {
    const saved = await tx.execute(
      `UPDATE form_versions SET content = $4::jsonb, revision = revision + 1
        WHERE tenant_id = $1 AND newsletter_id = $2 AND revision = $3 AND published_at IS NULL`,
      [tenantId, newsletterId, revision, JSON.stringify(content)],
    );
    return saved === 1;
  }

  /** Freezes the draft. False when it changed since it was read. */
  async publish(
    tx: Tx,
    tenantId: TenantId,
    draft: FormVersionRow,
    frozen: { at: Date; textHash: Buffer },
  ): Promise<boolean> {
    const published = await tx.execute(
      `UPDATE form_versions SET published_at = $5, text_hash = $6
        WHERE tenant_id = $1 AND newsletter_id = $2 AND number = $3 AND revision = $4 AND published_at IS NULL`,
      [tenantId, draft.newsletterId, draft.number, draft.revision, frozen.at, frozen.textHash],
    );
    return published === 1;
  }
}
