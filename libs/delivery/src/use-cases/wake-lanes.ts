import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import { Attempts } from '../store/attempts.js';
import { Lanes } from '../store/lanes.js';
import type { SilentLane } from '../store/lanes.js';
import { Mailings } from '../store/mailings.js';
import { FinishMailing } from './finish-mailing.js';
import { FreezeAudience } from './freeze-audience.js';
import { StartLanes } from './start-lanes.js';

const most = 500;

/**
 * Looks after lanes whose time has come: those of dead workers, those a lost queue forgot, those whose next retry is
 * due. Mails of a dead worker become unknown, or wait again where the tenant wants it so; never the former silently.
 */
@Injectable()
export class WakeLanes {
  constructor(
    private readonly database: Database,
    private readonly lanes: Lanes,
    private readonly mailings: Mailings,
    private readonly attempts: Attempts,
    private readonly start: StartLanes,
    private readonly finish: FinishMailing,
    private readonly freeze: FreezeAudience,
    private readonly log: Log,
  ) {}

  async execute(): Promise<void> {
    const silent = await this.database.asSystem((tx) => this.lanes.silent(tx, most));
    for (const lane of silent) await this.wake(lane);
  }

  private async wake(lane: SilentLane): Promise<void> {
    const { tenantId, campaignId } = lane;
    const left = await this.database.inTenant(tenantId, async (tx) => {
      const mailing = await this.mailings.hold(tx, tenantId, campaignId);
      const turn = mailing && (await this.lanes.takeOver(tx, lane));
      if (!turn) return 0;
      const abandoned = await this.attempts.abandon(tx, tenantId, lane, mailing);
      if (mailing.freezing) await this.freeze.goOn(tx, tenantId, campaignId);
      if (mailing.status === 'running') await this.start.one(tx, tenantId, turn);
      else if (mailing.status === 'paused' || mailing.equation)
        await this.lanes.rest(tx, tenantId, turn, null);
      return abandoned;
    });
    if (left > 0) this.log.warn('delivery.worker-lost', { campaign: campaignId, mails: left });
    await this.database.inTenant(tenantId, (tx) => this.finish.within(tx, tenantId, campaignId));
  }
}
