import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import type { LaneTurn } from '../store/lanes.js';
import { Lease } from './lease.js';
import { MarkAttempt } from './mark-attempt.js';
import type { Marked } from './mark-attempt.js';
import { SettleAttempt } from './settle-attempt.js';
import type { SentMail } from './settle-attempt.js';

interface Change {
  readonly turn: LaneTurn;
  readonly attemptId: string;
  readonly sent: readonly SentMail[];
  /** Mails that the turn may still send. */
  readonly most: number;
}

/**
 * Writes that a whole micro-batch is with the relay and marks the next one, in one transaction: one commit instead of
 * two, and the lane and the mailing are looked at once.
 */
@Injectable()
export class SettleAndMark {
  constructor(
    private readonly database: Database,
    private readonly settle: SettleAttempt,
    private readonly mark: MarkAttempt,
    private readonly log: Log,
  ) {}

  /**
   * Undefined when it failed: what became of the mails is then to be written by itself, so that nothing that keeps the
   * next ones from being marked can lose it.
   */
  async execute(
    tenantId: TenantId,
    { turn, attemptId, sent, most }: Change,
  ): Promise<Marked | undefined> {
    const lease = new Lease();
    const change = this.database.inTenantOften(tenantId, async (tx) => {
      const { mailing, isMine } = await this.settle.within(tx, tenantId, turn, attemptId, sent);
      return isMine ? this.mark.within(tx, tenantId, turn, { mailing, lease, most }) : 'over';
    });
    return change.catch((error: unknown) => {
      this.log.failure('delivery.not-marked', error, { campaign: turn.campaignId });
      return undefined;
    });
  }
}
