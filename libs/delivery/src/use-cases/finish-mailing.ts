import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { mailingFinished } from '../delivery.facts.js';
import { equationOf } from '../domain/equation.js';
import { Lanes } from '../store/lanes.js';
import { Ledger } from '../store/ledger.js';
import { Mailings } from '../store/mailings.js';
import type { Mailing, MailingStatus } from '../store/mailings.js';

/** Closes the account of a mailing once every row is settled, and tells it. */
@Injectable()
export class FinishMailing {
  constructor(
    private readonly mailings: Mailings,
    private readonly ledger: Ledger,
    private readonly lanes: Lanes,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Does nothing while a row waits, is under way or is still to be frozen. A stopped mailing stays stopped and tells nothing. */
  async within(tx: Tx, tenantId: TenantId, campaignId: string): Promise<void> {
    const mailing = await this.mailings.lock(tx, tenantId, campaignId);
    if (!mailing || mailing.equation || mailing.freezing || mailing.status === 'paused') return;
    if ((await this.lanes.inFlight(tx, tenantId, campaignId)) > 0) return;
    if (await this.ledger.nextDue(tx, tenantId, campaignId)) return;
    const stopped = mailing.status === 'stopped';
    await this.account(tx, tenantId, mailing, stopped ? 'stopped' : 'finished');
    await this.lanes.sleepAll(tx, tenantId, campaignId);
    if (!stopped) await this.outbox.tell(tx, mailingFinished, { tenantId, campaignId });
  }

  /** A worker taken for dead came back and said what became of its mails: the closed account is put right. */
  async correct(tx: Tx, tenantId: TenantId, mailing: Mailing): Promise<void> {
    if (mailing.equation) await this.account(tx, tenantId, mailing, mailing.status);
  }

  private async account(
    tx: Tx,
    tenantId: TenantId,
    mailing: Mailing,
    status: MailingStatus,
  ): Promise<void> {
    const equation = equationOf(
      mailing.candidates,
      await this.ledger.counts(tx, tenantId, mailing),
    );
    const at = this.clock.now();
    await this.mailings.settle(tx, tenantId, mailing.campaignId, { status, equation, at });
  }
}
