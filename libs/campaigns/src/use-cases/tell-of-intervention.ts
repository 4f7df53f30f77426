import { TellOwners } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Campaign } from '../domain/campaign.js';
import type { CampaignEvent } from '../domain/transitions.js';
import { campaignIntervenedV1, interventions } from '../notices/campaign-intervened.v1.js';

/** Tells a tenant what an operator did to its campaign of their own accord, and why. @clause W18 */
@Injectable()
export class TellOfIntervention {
  constructor(
    private readonly tell: TellOwners,
    private readonly config: Config,
  ) {}

  async within(
    tx: Tx,
    tenantId: TenantId,
    { id, draft }: Campaign,
    done: { readonly event: CampaignEvent; readonly actor: Actor; readonly reason: string },
  ): Promise<void> {
    const { actor, reason } = done;
    const event = interventions.find((known) => known === done.event);
    if (!event || actor.kind !== 'operator' || actor.actingFor) return;
    const link = `${this.config.publicUrl}/console/campaigns/${id}`;
    const words = { event, campaign: draft.subject, reason, link };
    await this.tell.within(tx, tenantId, campaignIntervenedV1, words);
  }
}
