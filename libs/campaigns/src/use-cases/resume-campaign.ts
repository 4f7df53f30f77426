import { ResumeMailing } from '#lib/delivery';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { campaignErrors } from '../campaigns.errors.js';
import type { Campaign } from '../domain/campaign.js';
import { resume } from '../domain/transitions.js';
import { SendingGate } from '../sending-gate.js';
import { TransitionsStore } from '../store/transitions.store.js';
import { MoveCampaign } from './move-campaign.js';
import type { Wish } from './move-campaign.js';

interface Resumption extends Wish {
  /** True for operators, who alone let go on what one of them stopped. */
  readonly liftsHalt?: boolean;
}

/** Lets a paused campaign go on where it stopped; nobody gets it twice. */
@Injectable()
export class ResumeCampaign {
  constructor(
    private readonly database: Database,
    private readonly move: MoveCampaign,
    private readonly gate: SendingGate,
    private readonly transitions: TransitionsStore,
    private readonly mailing: ResumeMailing,
  ) {}

  /** @throws BusinessError campaign.halted, campaign.contract-inactive, campaign.state-changed */
  execute({ liftsHalt = false, ...wish }: Resumption): Promise<Campaign> {
    const { tenantId, campaignId } = wish;
    return this.database.inTenant(tenantId, (tx) =>
      this.move.within(tx, wish, async ({ state }, now) => {
        const next = resume(state);
        if (next === state) {
          // The mailing may stand still already while word of it is on its way here.
          const mayGoOn = await this.gate.isOpen(tx, tenantId, now);
          if (mayGoOn) await this.mailing.within(tx, tenantId, campaignId);
          return { event: 'resumed', state };
        }
        if (!liftsHalt && (await this.transitions.isHalted(tx, tenantId, campaignId)))
          throw campaignErrors.halted();
        if (!(await this.gate.isOpen(tx, tenantId, now))) throw campaignErrors.contractInactive();
        await this.mailing.within(tx, tenantId, campaignId);
        return { event: 'resumed', state: next };
      }),
    );
  }
}
