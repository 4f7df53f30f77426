import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { mailingBlocked } from '../blocked.facts.js';
import { afterMail, isBlocked, noTrouble } from '../domain/sender-trouble.js';
import type { SenderTrouble } from '../domain/sender-trouble.js';
import { PauseMailing } from './pause-mailing.js';
import type { SentMail } from './settle-attempt.js';

/** As many mailings as are usually under way at once. */
const most = 200;

/**
 * Pauses a mailing of which every mail is refused for reasons that lie with the sender: sending on would only make it
 * worse. Each worker counts what it sees itself.
 */
@Injectable()
export class BlockedMailings {
  private readonly troubles = new Map<string, SenderTrouble>();

  constructor(
    private readonly database: Database,
    private readonly pause: PauseMailing,
    private readonly outbox: Outbox,
    private readonly log: Log,
  ) {}

  /** True when the mailing was paused. */
  async watch(tenantId: TenantId, campaignId: string, sent: readonly SentMail[]): Promise<boolean> {
    const before = this.troubles.get(campaignId) ?? noTrouble;
    const trouble = sent.reduce((sum, { handover }) => afterMail(sum, handover), before);
    this.remember(campaignId, trouble);
    if (!isBlocked(trouble)) return false;
    this.troubles.delete(campaignId);
    const { reason } = trouble;
    const paused = await this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.pause.within(tx, tenantId, campaignId))) return false;
      await this.outbox.tell(tx, mailingBlocked, { tenantId, campaignId, reason });
      return true;
    });
    if (paused) this.log.warn('delivery.mailing-blocked', { campaign: campaignId, reason });
    return paused;
  }

  private remember(campaignId: string, trouble: SenderTrouble): void {
    if (trouble.refusals === 0) {
      this.troubles.delete(campaignId);
      return;
    }
    const [oldest] = this.troubles.keys();
    if (this.troubles.size >= most && oldest !== undefined) this.troubles.delete(oldest);
    this.troubles.set(campaignId, trouble);
  }
}
