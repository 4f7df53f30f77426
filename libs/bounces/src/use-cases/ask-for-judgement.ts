import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { judgeCampaign } from '../jobs/judge-campaign.job.js';

const roundMs = 5_000;

/** Has a campaign judged at the end of the present round, however many reports come in it. */
@Injectable()
export class AskForJudgement {
  /** What each open transaction has asked for: reports of one campaign come many at a time. */
  private readonly asked = new WeakMap<Tx, Set<string>>();

  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async within(tx: Tx, tenantId: TenantId, campaignId: string): Promise<void> {
    const round = Math.floor(this.clock.now().getTime() / roundMs) + 1;
    const key = `${campaignId}.${round}`;
    const asked = this.asked.get(tx) ?? new Set();
    if (asked.has(key)) return;
    this.asked.set(tx, asked.add(key));
    const at = new Date(round * roundMs);
    await this.outbox.add(tx, judgeCampaign, { tenantId, campaignId }, { key, at });
  }
}
