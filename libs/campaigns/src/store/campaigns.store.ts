import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import type { Position } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { campaignErrors } from '../campaigns.errors.js';
import type {
  Campaign,
  CampaignLine,
  CampaignState,
  CampaignStatus,
  Draft,
} from '../domain/campaign.js';
import { ruleErrors } from '../domain/rule.errors.js';
import {
  campaignLineOf,
  campaignOf,
  draftColumns,
  lineColumns,
  stateColumns,
} from './campaign-of.js';
import { CampaignRow } from './campaign.row.js';

@Injectable()
export class CampaignsStore {
  async insert(tx: Tx, tenantId: TenantId, id: string, draft: Draft, at: Date): Promise<Campaign> {
    const row = tx.rows(CampaignRow).create({
      tenantId,
      id,
      version: 1,
      ...draftColumns(draft),
      ...stateColumns({ status: 'draft' }),
      createdAt: at,
      updatedAt: at,
    });
    await tx.rows(CampaignRow).insert(row);
    return campaignOf(row);
  }

  /** @throws BusinessError campaign.not-found */
  async get(tx: Tx, tenantId: TenantId, id: string): Promise<Campaign> {
    const row = await tx.rows(CampaignRow).findOneBy({ tenantId, id });
    if (!row) throw campaignErrors.notFound();
    return campaignOf(row);
  }

  /** Nobody else changes the campaign until the transaction ends. @throws BusinessError campaign.not-found */
  async lock(tx: Tx, tenantId: TenantId, id: string): Promise<Campaign> {
    const row = await tx
      .rows(CampaignRow)
      .findOne({ where: { tenantId, id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw campaignErrors.notFound();
    return campaignOf(row);
  }

  /** Newest first; one row more than asked for when there are more. */
  async list(
    tx: Tx,
    tenantId: TenantId,
    {
      statuses,
      after,
      limit,
    }: { statuses?: readonly CampaignStatus[]; after?: Position; limit: number },
  ): Promise<CampaignLine[]> {
    const query = tx
      .rows(CampaignRow)
      .createQueryBuilder('c')
      .select(lineColumns.map((column) => `c.${column}`))
      .where('c.tenantId = :tenantId', { tenantId })
      .orderBy('c.id', 'DESC')
      .limit(limit + 1);
    if (statuses) query.andWhere('c.status IN (:...statuses)', { statuses });
    if (after) query.andWhere('c.id < :id', { id: after.id });
    return (await query.getMany()).map(campaignLineOf);
  }

  async writeDraft(
    tx: Tx,
    tenantId: TenantId,
    { id, version }: Campaign,
    draft: Draft,
    at: Date,
  ): Promise<Campaign> {
    return this.write(tx, tenantId, { id, version }, { ...draftColumns(draft), updatedAt: at });
  }

  /** Compare-and-set: nothing is written unless state and version are still those that were read. */
  async writeState(
    tx: Tx,
    tenantId: TenantId,
    { id, version, state: { status } }: Campaign,
    next: CampaignState,
    at: Date,
  ): Promise<Campaign> {
    const changes = { ...stateColumns(next), updatedAt: at };
    return this.write(tx, tenantId, { id, version, status }, changes);
  }

  /** What leaves counts nothing, and its report says so. */
  async writeUntracked(tx: Tx, tenantId: TenantId, id: string): Promise<void> {
    await tx.rows(CampaignRow).update({ tenantId, id }, { tracking: false });
  }

  async delete(tx: Tx, tenantId: TenantId, id: string): Promise<void> {
    await tx.rows(CampaignRow).delete({ tenantId, id });
  }

  private async write(
    tx: Tx,
    tenantId: TenantId,
    expected: { id: string; version: number; status?: CampaignStatus },
    changes: Partial<CampaignRow>,
  ): Promise<Campaign> {
    const { affected } = await tx
      .rows(CampaignRow)
      .update({ tenantId, ...expected }, { ...changes, version: expected.version + 1 });
    const now = await this.get(tx, tenantId, expected.id);
    if (affected !== 1) throw ruleErrors.stateChanged({ params: { status: now.state.status } });
    return now;
  }
}
