import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { deliveryErrors } from '../delivery.errors.js';
import { MailingHolds } from '../store/mailing-holds.js';
import { Mailings } from '../store/mailings.js';
import { StartLanes } from './start-lanes.js';

/** Goes on with a paused mailing. */
@Injectable()
export class ResumeMailing {
  constructor(
    private readonly mailings: Mailings,
    private readonly lanes: StartLanes,
    private readonly holds: MailingHolds,
  ) {}

  /** Gives false when the mailing was not paused. @throws BusinessError delivery.mailing-held */
  async within(tx: Tx, tenantId: TenantId, campaignId: string): Promise<boolean> {
    const mailing = await this.mailings.lock(tx, tenantId, campaignId);
    if (mailing?.status !== 'paused') return false;
    if (await this.holds.isHeld(tx, tenantId, campaignId)) throw deliveryErrors.mailingHeld();
    await this.mailings.setStatus(tx, tenantId, campaignId, 'running');
    await this.lanes.within(tx, tenantId, campaignId);
    return true;
  }
}
