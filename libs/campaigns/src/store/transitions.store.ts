import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { CampaignStatus } from '../domain/campaign.js';
import type { CampaignEvent } from '../domain/transitions.js';

/** One change of state: what, by whom, when. */
export interface Transition {
  readonly event: CampaignEvent;
  readonly from: CampaignStatus;
  readonly to: CampaignStatus;
  readonly actorKind: Actor['kind'];
  readonly actorId: string | null;
  readonly at: Date;
}

/** Append-only; the database grants no change. */
@Injectable()
export class TransitionsStore {
  async append(tx: Tx, tenantId: TenantId, campaignId: string, t: Transition): Promise<void> {
    await tx.execute(
      `INSERT INTO campaign_transitions (tenant_id, campaign_id, event, from_status, to_status, actor_kind, actor_id, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [tenantId, campaignId, t.event, t.from, t.to, t.actorKind, t.actorId, t.at],
    );
  }

  /** Whether it was an operator who stopped it last. */
  async isHalted(tx: Tx, tenantId: TenantId, campaignId: string): Promise<boolean> {
    return (await this.lastStop(tx, tenantId, campaignId))?.event === 'halted';
  }

  /** Whether those who own it stopped it themselves. */
  async isPausedByOwners(tx: Tx, tenantId: TenantId, campaignId: string): Promise<boolean> {
    const last = await this.lastStop(tx, tenantId, campaignId);
    return last?.event === 'paused' && last.actorKind !== 'system';
  }

  private async lastStop(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
  ): Promise<Pick<Transition, 'event' | 'actorKind'> | undefined> {
    const [last] = await tx.query<Pick<Transition, 'event' | 'actorKind'>>(
      `SELECT event, actor_kind AS "actorKind" FROM campaign_transitions
       WHERE tenant_id = $1 AND campaign_id = $2 AND event IN ('paused', 'halted', 'resumed')
       ORDER BY no DESC LIMIT 1`,
      [tenantId, campaignId],
    );
    return last;
  }

  /** Oldest first. */
  list(tx: Tx, tenantId: TenantId, campaignId: string): Promise<Transition[]> {
    return tx.query<Transition>(
      `SELECT event, from_status AS "from", to_status AS "to", actor_kind AS "actorKind", actor_id AS "actorId", at
       FROM campaign_transitions WHERE tenant_id = $1 AND campaign_id = $2 ORDER BY no`,
      [tenantId, campaignId],
    );
  }
}
