import { AuditTrail, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import type { Campaign, CampaignState } from '../domain/campaign.js';
import type { CampaignEvent } from '../domain/transitions.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { TransitionsStore } from '../store/transitions.store.js';
import { TellOfIntervention } from './tell-of-intervention.js';

/** Which campaign, and who wishes it. */
export interface Wish {
  readonly tenantId: TenantId;
  readonly campaignId: string;
  readonly actor: Actor;
  /** Why, in the words of an operator or of the platform; goes into the audit trail and to the tenant. */
  readonly reason?: string;
}

export interface Step {
  readonly event: CampaignEvent;
  /** The very state that was given means that nothing is left to do. */
  readonly state: CampaignState;
}

/**
 * The one way a campaign changes its state: row locked, rule asked, compared and set, recorded with who and when.
 * Whatever else a step does happens in the same transaction or not at all.
 */
@Injectable()
export class MoveCampaign {
  constructor(
    private readonly campaigns: CampaignsStore,
    private readonly transitions: TransitionsStore,
    private readonly tell: TellOfIntervention,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async within(
    tx: Tx,
    { tenantId, campaignId, actor, reason }: Wish,
    step: (campaign: Campaign, now: Date) => Step | Promise<Step>,
  ): Promise<Campaign> {
    const campaign = await this.campaigns.lock(tx, tenantId, campaignId);
    const at = this.clock.now();
    const { event, state } = await step(campaign, at);
    if (state === campaign.state) return campaign;
    const moved = await this.campaigns.writeState(tx, tenantId, campaign, state, at);
    await this.transitions.append(tx, tenantId, campaignId, {
      event,
      from: campaign.state.status,
      to: state.status,
      actorKind: actor.kind,
      actorId: actorId(actor),
      at,
    });
    await this.audit.record(tx, {
      tenantId,
      actor,
      action: `campaign.${event}`,
      subject: { kind: 'campaign', id: campaignId },
      ...(reason !== undefined && { details: { reason } }),
    });
    await this.tell.within(tx, tenantId, moved, { event, actor, reason: reason ?? '' });
    tx.afterCommit(() => {
      this.log.event(`campaign.${event}`, { tenantId, campaignId, actor: actor.kind });
    });
    return moved;
  }
}
