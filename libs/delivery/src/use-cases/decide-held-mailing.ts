import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { heldMailingDecided } from '../delivery.facts.js';
import { MailingHolds } from '../store/mailing-holds.js';

/** Ends the hold on a mailing; whoever owns the campaign hears whether it goes on or ends. */
@Injectable()
export class DecideHeldMailing {
  constructor(
    private readonly clock: Clock,
    private readonly holds: MailingHolds,
    private readonly outbox: Outbox,
  ) {}

  /** False when it was not held. */
  async within(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    decision: 'released' | 'aborted',
  ): Promise<boolean> {
    if (!(await this.holds.end(tx, tenantId, campaignId, this.clock.now()))) return false;
    await this.outbox.tell(tx, heldMailingDecided, { tenantId, campaignId, decision });
    return true;
  }
}
