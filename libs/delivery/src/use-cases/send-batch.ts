import { Clock, asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { BatchTurn } from '../jobs/send-batch.job.js';
import type { Allowance } from '../pacing/allowance.js';
import { Pacing } from '../pacing/pacing.js';
import { Lanes } from '../store/lanes.js';
import type { LaneTurn } from '../store/lanes.js';
import { BlockedMailings } from './blocked-mailings.js';
import { FinishMailing } from './finish-mailing.js';
import type { Flight } from './flight.js';
import { LateMails } from './late-mails.js';
import { Precedence } from './precedence.js';
import { MarkAttempt } from './mark-attempt.js';
import type { Marked } from './mark-attempt.js';
import { SendAttempt } from './send-attempt.js';
import { SettleAndMark } from './settle-and-mark.js';
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
    private readonly pacing: Pacing,
    private readonly mark: MarkAttempt,
    private readonly send: SendAttempt,
    private readonly settle: SettleAttempt,
    private readonly both: SettleAndMark,
    private readonly late: LateMails,
    private readonly blocked: BlockedMailings,
    private readonly finish: FinishMailing,
    private readonly start: StartLanes,
    private readonly precedence: Precedence,
    private readonly clock: Clock,
  ) {}

  async execute(asked: BatchTurn): Promise<void> {
    const tenantId = asTenantId(asked.tenantId);
    const turn = await this.database.inTenant(tenantId, (tx) =>
      this.lanes.take(tx, tenantId, asked),
    );
    if (!turn) return;
    const allowance = await this.pacing.open(tenantId, turn.campaignId, perTurn);
    try {
      const work = this.work(tenantId, turn, allowance);
      await (allowance.small ? this.precedence.goFirst(work) : work);
    } finally {
      await this.pacing.close(allowance);
    }
  }

  /** Takes no further micro-batch; the one under way comes to its end and the turn is handed on. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.late.ended();
  }

  private async work(tenantId: TenantId, turn: LaneTurn, allowance: Allowance): Promise<void> {
    if (allowance.left === 0) {
      await this.rest(tenantId, turn, allowance.nextAt);
      return;
    }
    let marked: Marked | undefined;
    for (let count = 1; marked ?? (count <= perTurn && this.mayGoOn(allowance)); count++) {
      const attempt: Marked = marked ?? (await this.markNext(tenantId, turn, allowance));
      marked = undefined;
      if (attempt === 'over') return;
      if (attempt === 'done') {
        await this.close(tenantId, turn.campaignId);
        return;
      }
      if (attempt.mails.length === 0) continue;
      const flight = this.send.execute(tenantId, turn, attempt, allowance);
      await flight.most();
      const comesFirst = allowance.small || !this.precedence.isTaken;
      if (count < perTurn && this.mayGoOn(allowance) && flight.isAccepted && comesFirst)
        marked = await this.settleAndMark(tenantId, flight, allowance);
      const sent = marked ? flight.landed : await this.settleAlone(tenantId, flight);
      await this.blocked.watch(tenantId, turn.campaignId, sent);
      if (nobodyGotThrough(sent)) {
        await this.rest(tenantId, turn, new Date(this.clock.now().getTime() + relayPauseMs));
        return;
      }
    }
    await this.database.inTenant(tenantId, (tx) => this.start.one(tx, tenantId, turn));
  }

  private mayGoOn(allowance: Allowance): boolean {
    return allowance.left > 0 && !this.stopping;
  }

  private async markNext(
    tenantId: TenantId,
    turn: LaneTurn,
    allowance: Allowance,
  ): Promise<Marked> {
    if (!allowance.small) await this.precedence.stepAside();
    await this.pacing.prepare();
    return this.mark.execute(tenantId, turn, allowance.left);
  }

  /** The usual way; where mails failed or take long, more is to be done in between. */
  private async settleAndMark(
    tenantId: TenantId,
    { lane: turn, attempt, landed: sent }: Flight,
    allowance: Allowance,
  ): Promise<Marked | undefined> {
    await this.pacing.prepare();
    const { attemptId } = attempt;
    return this.both.execute(tenantId, { turn, attemptId, sent, most: allowance.left });
  }

  /** Writes what became of a micro-batch; mails that take long are left to themselves. */
  private async settleAlone(tenantId: TenantId, flight: Flight): Promise<readonly SentMail[]> {
    const sent = [...flight.landed];
    const late = flight.late.map(({ due }) => due.deliveryNo);
    const { attemptId } = flight.attempt;
    flight.lane = await untilWritten(() =>
      this.settle.execute(tenantId, flight.lane, attemptId, { sent, late }),
    );
    if (late.length > 0) this.late.follow(tenantId, flight, sent.length);
    return sent;
  }

  private async close(tenantId: TenantId, campaignId: string): Promise<void> {
    await this.database.inTenant(tenantId, (tx) => this.finish.within(tx, tenantId, campaignId));
  }

  private async rest(tenantId: TenantId, turn: LaneTurn, until: Date): Promise<void> {
    await this.database.inTenant(tenantId, (tx) => this.start.at(tx, tenantId, turn, until));
  }
}

const nobodyGotThrough = (sent: readonly SentMail[]): boolean =>
  sent.length > 0 && sent.every(({ handover }) => handover.kind === 'no-connection');
