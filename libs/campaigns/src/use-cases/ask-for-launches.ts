import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { launchCampaignJob } from '../jobs/launch-campaign.job.js';
import { WaitingStore } from '../store/waiting.store.js';

const bucketMs = 15_000;
const atOnce = 1000;

/** Asks again for launches that are due and did not happen: what a lost queue forgot, and what is held. */
@Injectable()
export class AskForLaunches {
  constructor(
    private readonly database: Database,
    private readonly waiting: WaitingStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(): Promise<void> {
    const now = this.clock.now();
    const bucket = Math.floor(now.getTime() / bucketMs);
    return this.database.asSystem(async (tx) => {
      for (const due of await this.waiting.overdue(tx, now, atOnce)) {
        const key = `${due.campaignId}.${due.version}.${bucket}`;
        await this.outbox.add(tx, launchCampaignJob, { ...due }, { key });
      }
    });
  }
}
