import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Lanes } from '../store/lanes.js';
import { Ledger } from '../store/ledger.js';
import { Mailings } from '../store/mailings.js';
import { Tallies } from '../store/tallies.js';
import { FinishMailing } from './finish-mailing.js';

/**
 * Ends a mailing for good: what waits is cancelled, who is not frozen yet never is, what is under way comes to
 * its end.
 */
@Injectable()
export class StopMailing {
  constructor(
    private readonly mailings: Mailings,
    private readonly ledger: Ledger,
    private readonly tallies: Tallies,
    private readonly lanes: Lanes,
    private readonly finish: FinishMailing,
  ) {}

  /**
   * @returns `left` mails the relay has for sure, `inFlight` that are on their way at this instant and may still
   * leave, `cancelled` that never will
   */
  async within(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
  ): Promise<{ left: number; inFlight: number; cancelled: number }> {
    const mailing = await this.mailings.lock(tx, tenantId, campaignId);
    const open = mailing?.status === 'running' || mailing?.status === 'paused';
    if (open) {
      await this.mailings.setStatus(tx, tenantId, campaignId, 'stopped');
      await this.ledger.cancelWaiting(tx, tenantId, campaignId);
    }
    const { counts } = await this.tallies.read(tx, tenantId, campaignId);
    const inFlight = await this.lanes.inFlight(tx, tenantId, campaignId);
    if (open) await this.finish.within(tx, tenantId, campaignId);
    return { left: counts.accepted, inFlight, cancelled: counts.cancelled };
  }
}
