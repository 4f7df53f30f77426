import { createHash } from 'node:crypto';
import type { MailingContent } from '#lib/delivery';
import type { TenantId } from '#lib/kernel';
import type { Target } from '#lib/subscribers';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** What a campaign sends and to whom, as it was when it was scheduled. */
export interface Frozen {
  readonly content: MailingContent;
  readonly target: Target;
}

/** Equal for equal content and target, and for nothing else. */
export const hashOf = ({ content, target }: Frozen): Buffer =>
  createHash('sha256')
    .update(`${JSON.stringify(content)}\n${JSON.stringify(target)}`)
    .digest();

/** Frozen contents by number; equal content keeps its number. */
@Injectable()
export class VersionsStore {
  /** Gives the number under which the content is kept. The campaign's row must be locked. */
  async freeze(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    { content, target }: Frozen,
    at: Date,
  ): Promise<number> {
    const [json, targetJson] = [JSON.stringify(content), JSON.stringify(target)];
    const sha256 = hashOf({ content, target });
    const [last] = await tx.query<{ number: number; same: boolean }>(
      `SELECT number, sha256 = $3 AS same FROM campaign_versions
       WHERE tenant_id = $1 AND campaign_id = $2 ORDER BY number DESC LIMIT 1`,
      [tenantId, campaignId, sha256],
    );
    if (last?.same) return last.number;
    const number = (last?.number ?? 0) + 1;
    await tx.execute(
      `INSERT INTO campaign_versions (tenant_id, campaign_id, number, sha256, content, target, frozen_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tenantId, campaignId, number, sha256, json, targetJson, at],
    );
    return number;
  }

  async get(tx: Tx, tenantId: TenantId, campaignId: string, number: number): Promise<Frozen> {
    const [frozen] = await tx.query<Frozen>(
      `SELECT content, target FROM campaign_versions
       WHERE tenant_id = $1 AND campaign_id = $2 AND number = $3`,
      [tenantId, campaignId, number],
    );
    if (!frozen) throw new Error('A campaign lacks its frozen content');
    return frozen;
  }
}
