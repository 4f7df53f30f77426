import type { TenantId } from '#lib/kernel';
import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { templateErrors } from '../campaigns.errors.js';
import type { Template, TemplateContent } from '../domain/template.js';

const columns = `id, version, name, content, created_at AS "createdAt", updated_at AS "updatedAt"`;

@Injectable()
export class TemplatesStore {
  /** @throws BusinessError template.name-taken */
  async insert(tx: Tx, tenantId: TenantId, template: Template): Promise<void> {
    const { id, version, name, content, createdAt, updatedAt } = template;
    await tx
      .execute(
        `INSERT INTO campaign_templates (tenant_id, id, version, name, content, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [tenantId, id, version, name, JSON.stringify(content), createdAt, updatedAt],
      )
      .catch(refuseTwins);
  }

  /** By name; a tenant has few, so all of them. */
  list(tx: Tx, tenantId: TenantId): Promise<Template[]> {
    return tx.query<Template>(
      `SELECT ${columns} FROM campaign_templates WHERE tenant_id = $1 ORDER BY name, id LIMIT 500`,
      [tenantId],
    );
  }

  /** @throws BusinessError template.not-found */
  async get(tx: Tx, tenantId: TenantId, id: string): Promise<Template> {
    const [row] = await tx.query<Template>(
      `SELECT ${columns} FROM campaign_templates WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id],
    );
    if (!row) throw templateErrors.notFound();
    return row;
  }

  /** False when the version is no longer that one. @throws BusinessError template.name-taken */
  async update(
    tx: Tx,
    tenantId: TenantId,
    { id, version }: { id: string; version: number },
    { name, content }: { name: string; content: TemplateContent },
    at: Date,
  ): Promise<boolean> {
    const changed = await tx
      .execute(
        `UPDATE campaign_templates SET version = version + 1, name = $4, content = $5, updated_at = $6
         WHERE tenant_id = $1 AND id = $2 AND version = $3`,
        [tenantId, id, version, name, JSON.stringify(content), at],
      )
      .catch(refuseTwins);
    return changed > 0;
  }

  async delete(tx: Tx, tenantId: TenantId, id: string): Promise<boolean> {
    return (
      (await tx.execute('DELETE FROM campaign_templates WHERE tenant_id = $1 AND id = $2', [
        tenantId,
        id,
      ])) > 0
    );
  }
}

const refuseTwins = (error: unknown): never => {
  throw isDuplicate(error) ? templateErrors.nameTaken({ field: 'name' }) : error;
};
