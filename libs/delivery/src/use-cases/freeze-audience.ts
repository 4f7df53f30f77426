import { Clock, asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { AudienceQuery } from '#lib/subscribers';
import type { Sql } from '#lib/subscribers';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { freezeAudienceJob } from '../jobs/freeze-audience.job.js';
import { Ledger, audienceFrom } from '../store/ledger.js';
import { Mailings } from '../store/mailings.js';
import type { Unfrozen } from '../store/mailings.js';
import { StartLanes } from './start-lanes.js';

/** Some hundredths of a second each: so long a stop or a pause may have to wait. */
const perSlice = 10_000;
/** Slices in one turn; then other mailings' audiences come first. */
const perTurn = 5;

/** Somebody else froze this slice, or the mailing was stopped: nothing of it may stay. */
class Overtaken extends Error {}

/**
 * Freezes the audience of a large mailing slice by slice, in the order of the people's ids, while its first mails
 * leave. Each slice is a transaction that also says how far it got, so that whoever takes over after a crash goes on
 * exactly there.
 */
@Injectable()
export class FreezeAudience implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly mailings: Mailings,
    private readonly ledger: Ledger,
    private readonly audience: AudienceQuery,
    private readonly lanes: StartLanes,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(asked: { tenantId: string; campaignId: string }): Promise<void> {
    const tenantId = asTenantId(asked.tenantId);
    const { campaignId } = asked;
    const audienceOf = this.askedOnce(tenantId);
    let slices = 0;
    do {
      if (!(await this.slice(tenantId, campaignId, audienceOf))) return;
    } while (++slices < perTurn && !this.stopping);
    await this.database.inTenant(tenantId, (tx) => this.goOn(tx, tenantId, campaignId));
  }

  /** Asks for the rest; the key holds the time, because it may have been asked for before and lost. */
  goOn(tx: Tx, tenantId: TenantId, campaignId: string): Promise<void> {
    const key = `${campaignId}/${this.clock.now().getTime()}`;
    return this.outbox.add(tx, freezeAudienceJob, { tenantId, campaignId }, { key });
  }

  /** Within the transaction of the launch: the first slice, or all of a small audience. */
  async begin(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    first: Omit<Unfrozen, 'after'> & { readonly most: number },
  ): Promise<number> {
    const { target, at, most } = first;
    const audience = await this.audience.inOrder(tx, tenantId, target, audienceFrom, at);
    const wish = { at, audience, after: null, most };
    const frozen = await this.ledger.freeze(tx, tenantId, campaignId, wish);
    const whole = frozen.candidates < most;
    const rest = whole ? null : target;
    await this.mailings.beginFreeze(tx, tenantId, campaignId, { ...frozen, target: rest });
    if (!whole) await this.goOn(tx, tenantId, campaignId);
    return frozen.candidates;
  }

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  /** Gives false when nothing is left to do. */
  private slice(tenantId: TenantId, campaignId: string, audienceOf: AudienceOf): Promise<boolean> {
    return this.database
      .inTenant(tenantId, async (tx) => {
        const rest = await this.mailings.unfrozen(tx, tenantId, campaignId);
        if (!rest) return false;
        const { at, after } = rest;
        const audience = await audienceOf(tx, rest);
        const wish = { at, audience, after, most: perSlice };
        const slice = await this.ledger.freeze(tx, tenantId, campaignId, wish);
        const more = slice.candidates === perSlice;
        if (!(await this.mailings.grow(tx, tenantId, campaignId, { ...slice, after, more })))
          throw new Overtaken();
        await this.lanes.within(tx, tenantId, campaignId);
        return more;
      })
      .catch((error: unknown) => {
        if (error instanceof Overtaken) return false;
        throw error;
      });
  }

  /** Which values of a field a comparison means is found out for the first slice; the others take it over. */
  private askedOnce(tenantId: TenantId): AudienceOf {
    let audience: Promise<Sql> | undefined;
    return (tx, { target, at }) =>
      (audience ??= this.audience.inOrder(tx, tenantId, target, audienceFrom, at));
  }
}

type AudienceOf = (tx: Tx, of: Pick<Unfrozen, 'target' | 'at'>) => Promise<Sql>;
