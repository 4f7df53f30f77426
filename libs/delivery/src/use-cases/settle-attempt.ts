import { Clock } from '#lib/kernel';
import type { EmailAddress, TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import type { Handover } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import { messageRefused } from '../delivery.facts.js';
import { outcomeOf } from '../domain/outcome.js';
import { settlementOf } from '../domain/settlement.js';
import { withoutRecipient } from '../domain/without-recipient.js';
import { Attempts } from '../store/attempts.js';
import type { DueDelivery, SettledDelivery } from '../store/attempts.js';
import { Lanes } from '../store/lanes.js';
import type { LaneTurn } from '../store/lanes.js';
import { Mailings } from '../store/mailings.js';
import type { Mailing } from '../store/mailings.js';
import { FinishMailing } from './finish-mailing.js';

export interface SentMail {
  readonly due: DueDelivery;
  readonly to: EmailAddress;
  readonly handover: Handover;
}

interface Settling {
  readonly sent: readonly SentMail[];
  /** Mails of the attempt that are still under way. */
  readonly late?: readonly number[];
  /** The lane was made for mails that took long, and goes with them. */
  readonly ends?: boolean;
}

/** Writes what became of a micro-batch, fenced by its attempt's id. */
@Injectable()
export class SettleAttempt {
  constructor(
    private readonly database: Database,
    private readonly mailings: Mailings,
    private readonly attempts: Attempts,
    private readonly lanes: Lanes,
    private readonly finish: FinishMailing,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Gives the lane to which the late mails went. */
  async execute(
    tenantId: TenantId,
    turn: LaneTurn,
    attemptId: string,
    { sent, late = [], ends = false }: Settling,
  ): Promise<LaneTurn> {
    const results = sent.map((mail) => this.settled(mail));
    return this.database.inTenantOften(tenantId, async (tx) => {
      await this.write(tx, tenantId, turn, attemptId, results);
      const own = { attemptId, deliveryNos: late };
      const next = late.length > 0 ? await this.lanes.split(tx, tenantId, turn, own) : turn;
      if (ends) await this.lanes.close(tx, tenantId, turn, attemptId);
      else await this.lanes.end(tx, tenantId, turn, attemptId);
      return next;
    });
  }

  /** The whole attempt within a transaction; gives the mailing, held, and whether the lane is still the turn's. */
  async within(
    tx: Tx,
    tenantId: TenantId,
    turn: LaneTurn,
    attemptId: string,
    sent: readonly SentMail[],
  ): Promise<{ mailing: Mailing | undefined; isMine: boolean }> {
    const results = sent.map((mail) => this.settled(mail));
    const mailing = await this.write(tx, tenantId, turn, attemptId, results);
    return { mailing, isMine: await this.lanes.end(tx, tenantId, turn, attemptId) };
  }

  private async write(
    tx: Tx,
    tenantId: TenantId,
    { campaignId }: LaneTurn,
    attemptId: string,
    results: readonly SettledDelivery[],
  ): Promise<Mailing | undefined> {
    const mailing = await this.mailings.hold(tx, tenantId, campaignId);
    const settled = mailing?.status === 'stopped' ? results.map(givenUp) : results;
    const written = await this.attempts.settle(tx, tenantId, attemptId, settled);
    for (const { subscriberId, state } of written)
      if (state === 'refused')
        await this.outbox.tell(tx, messageRefused, { tenantId, campaignId, subscriberId });
    if (mailing) await this.finish.correct(tx, tenantId, mailing);
    return mailing;
  }

  private settled({ due, to, handover }: SentMail): SettledDelivery {
    const now = this.clock.now();
    const { deliveryNo, tries, firstTryAt } = due;
    const outcome = outcomeOf(handover, { tries, firstTryAt, now, random: Math.random() });
    const settlement = settlementOf(outcome);
    const reply = settlement.reply && withoutRecipient(settlement.reply, to);
    return { deliveryNo, ...settlement, reply };
  }
}

/** On a stopped mailing nothing waits any more. */
const givenUp = (result: SettledDelivery): SettledDelivery =>
  result.nextAt ? { ...result, state: 'cancelled', nextAt: null } : result;
