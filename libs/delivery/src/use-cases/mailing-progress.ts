import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { deliveryErrors } from '../delivery.errors.js';
import { equationOf } from '../domain/equation.js';
import { holdersOf } from '../domain/hold-reason.js';
import type { Holder } from '../domain/hold-reason.js';
import { MailingHolds } from '../store/mailing-holds.js';
import { Mailings } from '../store/mailings.js';
import type { Mailing, MailingStatus } from '../store/mailings.js';
import { Tallies, noTally } from '../store/tallies.js';
import type { Tally } from '../store/tallies.js';

export interface Progress {
  readonly status: MailingStatus;
  /** Frozen so far: a large audience is frozen while the first mails leave. */
  readonly candidates: number;
  readonly queued: number;
  readonly deferred: number;
  readonly inFlight: number;
  readonly accepted: number;
  readonly refused: number;
  readonly unknown: number;
  readonly cancelled: number;
  readonly excluded: number;
  /** True once every person frozen at launch is in one settled state. */
  readonly equationHolds: boolean;
  readonly firstMailAt: Date | null;
  readonly lastMailAt: Date | null;
  readonly ratePerMinute: number;
  /** Until the queue is empty at the present rate; null when nothing moves. */
  readonly etaSeconds: number | null;
  /** Mails opened, not how often. */
  readonly opens: { readonly human: number; readonly machine: number };
  /** Mails of which a link was followed. */
  readonly clicks: { readonly human: number; readonly scanner: number };
}

/** Where a mailing stands, by the tallies that are kept with every change of the ledger. */
@Injectable()
export class MailingProgress {
  constructor(
    private readonly mailings: Mailings,
    private readonly tallies: Tallies,
    private readonly holds: MailingHolds,
  ) {}

  /** @throws BusinessError delivery.no-mailing */
  async read(tx: Tx, tenantId: TenantId, campaignId: string): Promise<Progress> {
    const progress = (await this.many(tx, tenantId, [campaignId])).get(campaignId);
    if (!progress) throw deliveryErrors.noMailing();
    return progress;
  }

  /** Where operators have to decide before it goes on. */
  async heldBy(tx: Tx, tenantId: TenantId, campaignId: string): Promise<Holder[]> {
    return holdersOf(await this.holds.reasons(tx, tenantId, campaignId));
  }

  /** Whether it stands still until operators have decided. */
  isHeld(tx: Tx, tenantId: TenantId, campaignId: string): Promise<boolean> {
    return this.holds.isHeld(tx, tenantId, campaignId);
  }

  /** Of all those that were launched, in two queries however many they are. */
  async many(
    tx: Tx,
    tenantId: TenantId,
    campaignIds: readonly string[],
  ): Promise<ReadonlyMap<string, Progress>> {
    if (campaignIds.length === 0) return new Map();
    const mailings = await this.mailings.many(tx, tenantId, campaignIds);
    const tallies = await this.tallies.many(tx, tenantId, campaignIds);
    return new Map(
      mailings.map((mailing) => [
        mailing.campaignId,
        progressOf(mailing, tallies.get(mailing.campaignId) ?? noTally),
      ]),
    );
  }
}

const progressOf = (mailing: Mailing, { counts, lastMinute, ...rest }: Tally): Progress => {
  const { holds, ...equation } = equationOf(mailing.candidates, counts);
  const moving = mailing.status === 'running' && lastMinute > 0;
  return {
    status: mailing.status,
    ...equation,
    queued: counts.queued,
    deferred: counts.deferred,
    inFlight: counts.attempting,
    equationHolds: holds && !mailing.freezing,
    ...rest,
    ratePerMinute: lastMinute,
    etaSeconds: moving ? Math.ceil((counts.queued / lastMinute) * 60) : null,
  };
};
