import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { heldMailingDecided } from '../delivery.facts.js';
import type { HoldReason } from '../domain/hold-reason.js';
import { MailingHolds } from '../store/mailing-holds.js';
import { Mailings } from '../store/mailings.js';

/**
 * Ends the hold on a mailing for one reason. Whoever owns the campaign hears that it ends, or that it goes on: after
 * the last reason.
 */
@Injectable()
export class DecideHeldMailing {
  constructor(
    private readonly clock: Clock,
    private readonly mailings: Mailings,
    private readonly holds: MailingHolds,
    private readonly outbox: Outbox,
  ) {}

  /** Whether it goes on, ends or waits for another decision; undefined when it was not held for this reason. */
  async within(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    reason: HoldReason,
    decision: 'released' | 'aborted',
  ): Promise<'released' | 'aborted' | 'held-still' | undefined> {
    await this.mailings.lock(tx, tenantId, campaignId); // holds and decisions come one after the other
    if (!(await this.holds.end(tx, tenantId, campaignId, reason, this.clock.now())))
      return undefined;
    if (decision === 'released' && (await this.holds.isHeld(tx, tenantId, campaignId)))
      return 'held-still';
    await this.outbox.tell(tx, heldMailingDecided, { tenantId, campaignId, decision });
    return decision;
  }
}
