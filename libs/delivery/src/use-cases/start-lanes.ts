import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { sendBatchJob } from '../jobs/send-batch.job.js';
import { Lanes } from '../store/lanes.js';
import type { LaneTurn } from '../store/lanes.js';

/** Asks for a turn on a lane again; a turn that is still under way makes the new one find nothing to do. */
@Injectable()
export class StartLanes {
  constructor(
    private readonly lanes: Lanes,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async within(tx: Tx, tenantId: TenantId, campaignId: string): Promise<void> {
    for (const lane of await this.lanes.wakeAll(tx, tenantId, campaignId))
      await this.one(tx, tenantId, lane);
  }

  /** The key holds the time, because a turn of this round may have been asked for and lost. */
  one(tx: Tx, tenantId: TenantId, { campaignId, lane, round }: LaneTurn): Promise<void> {
    const turn = { tenantId, campaignId, lane, round };
    const key = `${sendBatchJob.keyOf(turn)}/${this.clock.now().getTime()}`;
    return this.outbox.add(tx, sendBatchJob, turn, { key });
  }
}
