import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Target } from '#lib/subscribers';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { bodySources } from '../compose/body-sources.js';
import type { AfterCrash, MailingContent } from '../domain/mailing-content.js';
import { sendBatchJob } from '../jobs/send-batch.job.js';
import { Lanes } from '../store/lanes.js';
import { Mailings } from '../store/mailings.js';
import { FinishMailing } from './finish-mailing.js';
import { FreezeAudience } from './freeze-audience.js';

interface Launch {
  readonly tenantId: TenantId;
  readonly campaignId: string;
  readonly content: MailingContent;
  readonly target: Target;
  /** What to do with mails of unknown fate; `hold` unless the tenant chose otherwise. */
  readonly afterCrash?: AfterCrash;
}

/** Frozen in a few hundredths of a second, and enough to send until the next ones are. */
const firstSlice = 3_000;

/** One lane sends while the other talks to the database. */
const lanesOf = (candidates: number): number => (candidates > 50 ? 2 : 1);

/** Freezes who gets the mail, the first of many at once and the others right after, and starts the first turns. */
@Injectable()
export class LaunchMailing {
  constructor(
    private readonly mailings: Mailings,
    private readonly lanes: Lanes,
    private readonly freeze: FreezeAudience,
    private readonly finish: FinishMailing,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Within the transaction that makes the campaign `sending`; a second launch of one campaign fails. */
  async within(
    tx: Tx,
    { tenantId, campaignId, content, target, afterCrash = 'hold' }: Launch,
  ): Promise<void> {
    const at = this.clock.now();
    const linkTargets = bodySources(content).targets;
    await this.mailings.create(tx, tenantId, campaignId, { content, linkTargets, afterCrash, at });
    const first = { target, at, most: firstSlice };
    const candidates = await this.freeze.begin(tx, tenantId, campaignId, first);
    await this.lanes.open(tx, tenantId, campaignId, lanesOf(candidates));
    if (candidates === 0) await this.finish.within(tx, tenantId, campaignId);
    for (let lane = 0; lane < Math.min(lanesOf(candidates), candidates); lane++)
      await this.outbox.add(tx, sendBatchJob, { tenantId, campaignId, lane, round: 0 });
  }
}
