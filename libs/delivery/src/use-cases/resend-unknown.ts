import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { deliveryErrors } from '../delivery.errors.js';
import { Ledger } from '../store/ledger.js';
import { Mailings } from '../store/mailings.js';
import { UnknownDecisions } from '../store/unknown-decisions.js';
import { StartLanes } from './start-lanes.js';

/** "Send again": tries the mails of unknown fate once more, under the same Message-IDs. */
@Injectable()
export class ResendUnknown {
  constructor(
    private readonly mailings: Mailings,
    private readonly ledger: Ledger,
    private readonly decisions: UnknownDecisions,
    private readonly lanes: StartLanes,
  ) {}

  /**
   * Gives the number of mails that are tried again.
   * @throws BusinessError delivery.no-mailing, delivery.stopped
   */
  async within(tx: Tx, tenantId: TenantId, campaignId: string): Promise<number> {
    const mailing = await this.mailings.lock(tx, tenantId, campaignId);
    if (!mailing) throw deliveryErrors.noMailing();
    if (mailing.status === 'stopped') throw deliveryErrors.stopped();
    const count = await this.ledger.requeueUnknown(tx, tenantId, mailing);
    await this.decisions.forget(tx, tenantId, campaignId);
    if (count === 0 || mailing.status === 'paused') return count;
    if (mailing.status === 'finished') await this.mailings.reopen(tx, tenantId, campaignId);
    await this.lanes.within(tx, tenantId, campaignId);
    return count;
  }
}
