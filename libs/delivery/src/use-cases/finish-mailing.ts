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

  /** Does nothing while a row waits or is under way. A stopped mailing stays stopped and tells nothing. */
  async within(tx: Tx, tenantId: TenantId, campaignId: string): Promise<void> {
    const mailing = await this.mailings.lock(tx, tenantId, campaignId);
    if (!mailing || mailing.equation || mailing.status === 'paused') return;
    if ((await this.lanes.inFlight(tx, tenantId, campaignId)) > 0) return;
    if (await this.ledger.nextDue(tx, tenantId, campaignId)) return;
    const counts = await this.ledger.counts(tx, tenantId, mailing);
    const equation = equationOf(mailing.candidates, counts);
    const stopped = mailing.status === 'stopped';
    await this.mailings.settle(tx, tenantId, campaignId, {
      status: stopped ? 'stopped' : 'finished',
      equation,
      at: this.clock.now(),
    });
    if (!stopped) await this.outbox.tell(tx, mailingFinished, { tenantId, campaignId });
  }
}
