import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { isSmall } from '../domain/mailing-size.js';
import { sendBatchJob, sendLargeBatchJob } from '../jobs/send-batch.job.js';
import type { BatchTurn } from '../jobs/send-batch.job.js';
import { Lanes } from '../store/lanes.js';
import type { LaneTurn } from '../store/lanes.js';
import { PaceSubjects } from '../store/pace-subjects.js';

/** The sweep comes too seldom for these. */
const soonMs = 30_000;
/** A lane does not come back for a single mail more often than this. */
const leastMs = 200;
/** When the sweep asks again for a turn that was lost. */
const spareMs = 15_000;

/** Asks for a turn on a lane again; a turn that is still under way makes the new one find nothing to do. */
@Injectable()
export class StartLanes {
  constructor(
    private readonly lanes: Lanes,
    private readonly subjects: PaceSubjects,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async within(tx: Tx, tenantId: TenantId, campaignId: string): Promise<void> {
    for (const lane of await this.lanes.wakeAll(tx, tenantId, campaignId))
      await this.one(tx, tenantId, lane);
  }

  /** Lets a lane rest until `at`; one that comes back soon is asked for in time, the sweep wakes the others. */
  async at(tx: Tx, tenantId: TenantId, turn: LaneTurn, at: Date): Promise<void> {
    const now = this.clock.now().getTime();
    if (at.getTime() - now > soonMs) {
      await this.lanes.rest(tx, tenantId, turn, at);
      return;
    }
    const soon = new Date(Math.max(at.getTime(), now + leastMs));
    await this.lanes.rest(tx, tenantId, turn, new Date(soon.getTime() + spareMs));
    await this.ask(tx, tenantId, turn, soon);
  }

  one(tx: Tx, tenantId: TenantId, turn: LaneTurn): Promise<void> {
    return this.ask(tx, tenantId, turn, this.clock.now());
  }

  /** The key holds the time, because a turn of this round may have been asked for and lost. */
  private async ask(
    tx: Tx,
    tenantId: TenantId,
    { campaignId, lane, round }: LaneTurn,
    at: Date,
  ): Promise<void> {
    const turn: BatchTurn = { tenantId, campaignId, lane, round };
    const subject = await this.subjects.find(tx, tenantId, campaignId);
    const job = subject && !isSmall(subject) ? sendLargeBatchJob : sendBatchJob;
    await this.outbox.add(tx, job, turn, { key: `${job.keyOf(turn)}/${at.getTime()}`, at });
  }
}
