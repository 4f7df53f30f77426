import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { mailingHeld } from '../delivery.facts.js';
import { MailingHolds } from '../store/mailing-holds.js';
import { PauseMailing } from './pause-mailing.js';

/** Pauses a mailing until an operator decides; no member can resume it before. */
@Injectable()
export class HoldMailing {
  constructor(
    private readonly clock: Clock,
    private readonly holds: MailingHolds,
    private readonly pause: PauseMailing,
    private readonly outbox: Outbox,
  ) {}

  /** False when it was held already. */
  async within(tx: Tx, tenantId: TenantId, campaignId: string): Promise<boolean> {
    if (!(await this.holds.add(tx, tenantId, campaignId, this.clock.now()))) return false;
    await this.pause.within(tx, tenantId, campaignId);
    await this.outbox.tell(tx, mailingHeld, { tenantId, campaignId });
    return true;
  }
}
