import { MaySend } from '#lib/contracts';
import { asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import type { Campaign } from '../domain/campaign.js';
import { hold, isStale, launch, miss } from '../domain/transitions.js';
import { launchCampaignJob } from '../jobs/launch-campaign.job.js';
import { MoveCampaign } from './move-campaign.js';
import type { Step } from './move-campaign.js';
import { StartMailing } from './start-mailing.js';
import type { Tx } from '#platform/database';
import type { TenantId } from '#lib/kernel';

/**
 * The scheduled time has come: sends, holds while the contract sleeps, or misses what is too late to send unasked.
 * A job of a plan that is no longer the campaign's finds nothing to do.
 */
@Injectable()
export class LaunchCampaign {
  constructor(
    private readonly database: Database,
    private readonly move: MoveCampaign,
    private readonly maySend: MaySend,
    private readonly start: StartMailing,
    private readonly outbox: Outbox,
    private readonly log: Log,
  ) {}

  async execute(data: { tenantId: string; campaignId: string; version: number }): Promise<void> {
    const tenantId = asTenantId(data.tenantId);
    const wish = { tenantId, campaignId: data.campaignId, actor: { kind: 'system' } } as const;
    const campaign = await this.database.inTenant(tenantId, (tx) =>
      this.move.within(tx, wish, (present, now) =>
        present.version === data.version
          ? this.step(tx, tenantId, present, now)
          : { event: 'launched', state: present.state },
      ),
    );
    if (campaign.version !== data.version)
      this.log.event('campaign.due', {
        tenantId,
        campaignId: campaign.id,
        now: campaign.state.status,
      });
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
    if (!(await this.maySend.check(tx, tenantId, now)))
      return { event: 'held', state: hold(state) };
    await this.start.within(tx, tenantId, id, state.contentVersion);
    return { event: 'launched', state: launch(state, now) };
  }
}
