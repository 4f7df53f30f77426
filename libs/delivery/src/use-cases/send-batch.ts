import { Clock, asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { BatchTurn } from '../jobs/send-batch.job.js';
import { Lanes } from '../store/lanes.js';
import type { LaneTurn } from '../store/lanes.js';
import { FinishMailing } from './finish-mailing.js';
import { MarkAttempt } from './mark-attempt.js';
import { SendAttempt } from './send-attempt.js';
import { SettleAttempt } from './settle-attempt.js';
import type { SentMail } from './settle-attempt.js';
import { StartLanes } from './start-lanes.js';
import { untilWritten } from './until-written.js';

/** Micro-batches in one turn; then other campaigns' turns come first. */
const perTurn = 20;
/** How long a lane keeps away from a relay that let nobody in. */
const relayPauseMs = 15_000;

/**
 * One turn on one lane of a mailing: marks, sends and settles micro-batches one after the other, then hands the lane
 * on. Whatever breaks it off, the ledger says where things stand and the sweep goes on from there.
 */
@Injectable()
export class SendBatch implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly lanes: Lanes,
    private readonly mark: MarkAttempt,
    private readonly send: SendAttempt,
    private readonly settle: SettleAttempt,
    private readonly finish: FinishMailing,
    private readonly start: StartLanes,
    private readonly clock: Clock,
  ) {}

  async execute(asked: BatchTurn): Promise<void> {
    const tenantId = asTenantId(asked.tenantId);
    const turn = await this.database.inTenant(tenantId, (tx) =>
      this.lanes.take(tx, tenantId, asked),
    );
    if (!turn) return;
    for (let count = 0; count < perTurn && !this.stopping; count++) {
      const attempt = await this.mark.execute(tenantId, turn);
      if (attempt === 'over') return;
      if (attempt === 'done') {
        await this.close(tenantId, turn.campaignId);
        return;
      }
      if (attempt.mails.length === 0) continue;
      const sent = await this.send.execute(tenantId, turn, attempt);
      await untilWritten(() => this.settle.execute(tenantId, turn, attempt.attemptId, sent));
      if (nobodyGotThrough(sent)) {
        await this.restFromRelay(tenantId, turn);
        return;
      }
    }
    await this.database.inTenant(tenantId, (tx) => this.start.one(tx, tenantId, turn));
  }

  /** Takes no further micro-batch; the one under way comes to its end and the turn is handed on. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  private async close(tenantId: TenantId, campaignId: string): Promise<void> {
    await this.database.inTenant(tenantId, (tx) => this.finish.within(tx, tenantId, campaignId));
  }

  private async restFromRelay(tenantId: TenantId, turn: LaneTurn): Promise<void> {
    const until = new Date(this.clock.now().getTime() + relayPauseMs);
    await this.database.inTenant(tenantId, (tx) => this.lanes.rest(tx, tenantId, turn, until));
  }
}

const nobodyGotThrough = (sent: readonly SentMail[]): boolean =>
  sent.every(({ handover }) => handover.kind === 'no-connection');
