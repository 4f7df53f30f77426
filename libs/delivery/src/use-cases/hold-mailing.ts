import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { mailingHeld } from '../delivery.facts.js';
import type { HoldReason } from '../domain/hold-reason.js';
import { MailingHolds } from '../store/mailing-holds.js';
import { Mailings } from '../store/mailings.js';
import { PauseMailing } from './pause-mailing.js';

/** Pauses a mailing until an operator decides; no member can resume it before. Each reason is decided by itself. */
@Injectable()
export class HoldMailing {
  constructor(
    private readonly clock: Clock,
    private readonly mailings: Mailings,
    private readonly holds: MailingHolds,
    private readonly pause: PauseMailing,
    private readonly outbox: Outbox,
  ) {}

  /** False when it was held for this reason already. */
  async within(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    reason: HoldReason,
  ): Promise<boolean> {
    await this.mailings.lock(tx, tenantId, campaignId); // holds and decisions come one after the other
    const wasHeld = await this.holds.isHeld(tx, tenantId, campaignId);
    if (!(await this.holds.add(tx, tenantId, campaignId, reason, this.clock.now()))) return false;
    await this.pause.within(tx, tenantId, campaignId);
    if (!wasHeld) await this.outbox.tell(tx, mailingHeld, { tenantId, campaignId });
    return true;
  }
}
