import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import type { Campaign } from '../domain/campaign.js';
import { hold, isStale, launch, miss } from '../domain/transitions.js';
import { SendingGate } from '../sending-gate.js';
import { launchCampaignJob } from '../jobs/launch-campaign.job.js';
import { MoveCampaign } from './move-campaign.js';
import type { Step } from './move-campaign.js';
import { StartMailing } from './start-mailing.js';

/**
 * The scheduled time has come: sends, holds while the contract sleeps or
 * the sender's domain is no longer proved, or misses what is too late to send unasked.
 * A job of a plan that is no longer the campaign's finds nothing to do.
 */
@Injectable()
export class LaunchCampaign {
  constructor(
    private readonly database: Database,
    private readonly move: MoveCampaign,
    private readonly gate: SendingGate,
    private readonly start: StartMailing,
    private readonly outbox: Outbox,
  ) {}

  async execute(data: { tenantId: string; campaignId: string; version: number }): Promise<void> {
    const tenantId = asTenantId(data.tenantId);
    const wish = { tenantId, campaignId: data.campaignId, actor: { kind: 'system' } } as const;
    await this.database.inTenant(tenantId, (tx) =>
      this.move.within(tx, wish, (campaign, now) =>
        campaign.version === data.version
          ? this.step(tx, tenantId, campaign, now)
          : { event: 'launched', state: campaign.state },
      ),
    );
  }

  private async step(tx: Tx, tenantId: TenantId, campaign: Campaign, now: Date): Promise<Step> {
    const { id, state, version } = campaign;
    if (state.status !== 'scheduled' && state.status !== 'held')
      return { event: 'launched', state };
    if (state.scheduledAt > now) {
      const again = { at: state.scheduledAt, key: `${id}.${version}.early.${now.getTime()}` };
      await this.outbox.add(tx, launchCampaignJob, { tenantId, campaignId: id, version }, again);
      return { event: 'launched', state };
    }
    if (isStale(state, now)) return { event: 'missed', state: miss(state, now) };
    const { contentVersion } = state;
    const mayLeave =
      (await this.gate.isOpen(tx, tenantId, now)) &&
      (await this.start.maySign(tx, tenantId, id, contentVersion));
    if (!mayLeave) return { event: 'held', state: hold(state) };
    await this.start.within(tx, tenantId, id, contentVersion);
    return { event: 'launched', state: launch(state, now) };
  }
}
