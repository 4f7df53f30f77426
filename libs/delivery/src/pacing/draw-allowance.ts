import { Throttles } from '#lib/contracts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { awayFromFullHour } from '../domain/full-hour.js';
import { isSmall } from '../domain/mailing-size.js';
import { rateOf } from '../domain/token-bucket.js';
import { warmUpPerDay } from '../domain/warm-up.js';
import { PaceBuckets } from '../store/pace-buckets.js';
import { PaceSubjects } from '../store/pace-subjects.js';
import { Allowance } from './allowance.js';
import type { Drawing, RelayGrant } from './allowance.js';
import { PaceBook } from './pace-book.js';
import type { RelayState } from './pace-book.js';

/** Nobody draws more at once than runs in within this part of a second, so that turns come round. */
const share = 1 / 4;
/** A few mails a turn would cost more than they bring. */
const worthwhileMs = 100;
const relayRestMs = 15_000;
/** Mails that try whether a relay takes any again. */
const probes = 5;
const daySeconds = 24 * 3600;
const hourSeconds = 3600;
const minuteMs = 60_000;

interface Limit {
  readonly key: string;
  readonly perSecond: number;
}

interface Wish {
  readonly wanted: number;
  readonly small: boolean;
}

/** Draws what a turn may send from the buckets of the tenant, of the sending domain and of the relays. @clause W18 */
@Injectable()
export class DrawAllowance {
  constructor(
    private readonly database: Database,
    private readonly book: PaceBook,
    private readonly buckets: PaceBuckets,
    private readonly subjects: PaceSubjects,
    private readonly throttles: Throttles,
    private readonly clock: Clock,
  ) {}

  async execute(
    tenantId: TenantId,
    campaignId: string,
    microBatch: number,
    microBatches: number,
  ): Promise<Allowance> {
    const now = this.clock.now();
    const relays = this.book.relays().filter((relay) => mayCarry(relay, now));
    const rest = new Date(now.getTime() + relayRestMs);
    if (relays.length === 0) return new Allowance({ nextAt: rest });
    const { limits, small, startAt } = await this.limitsOf(tenantId, campaignId, now);
    if (startAt > now) return new Allowance({ nextAt: startAt });
    const most = microBatch * microBatches;
    if (limits.length === 0 && relays.every(({ perSecond }) => perSecond === null))
      return new Allowance({ relays: relays.map(unlimited), most, small, nextAt: now });
    return this.database.asSystem(async (tx) => {
      const drawings: Drawing[] = [];
      let wanted = most;
      let nextAt = now;
      for (const limit of limits) {
        const drawn = await this.draw(tx, limit, { wanted: lot(limit, wanted, microBatch), small });
        drawings.push(drawn.drawing);
        wanted = drawn.drawing.granted;
        nextAt = latest(nextAt, drawn.nextAt);
      }
      const granted = await this.drawForRelays(tx, relays, { wanted, small }, microBatch);
      const at = latest(nextAt, earliest(granted.map((grant) => grant.nextAt)));
      const worthwhile = new Date(at.getTime() + worthwhileMs);
      return new Allowance({
        relays: granted,
        drawings,
        most: wanted,
        small,
        nextAt: worthwhile,
      });
    });
  }

  private async limitsOf(
    tenantId: TenantId,
    campaignId: string,
    now: Date,
  ): Promise<{ limits: Limit[]; small: boolean; startAt: Date }> {
    const { subject, perHour } = await this.database.inTenant(tenantId, async (tx) => ({
      subject: await this.subjects.find(tx, tenantId, campaignId),
      perHour: await this.throttles.mailsPerHour(tx, tenantId, now),
    }));
    const perDay = subject?.warmUpFrom ? warmUpPerDay(subject.warmUpFrom, now) : null;
    const limits: Limit[] = [];
    if (perDay !== null && subject)
      limits.push({
        key: `sender:${tenantId}:${subject.fromDomain}`,
        perSecond: perDay / daySeconds,
      });
    if (perHour) limits.push({ key: `tenant:${tenantId}`, perSecond: perHour / hourSeconds });
    // Restrained to nothing at all: somebody will lift it.
    if (perHour === 0) return { limits, small: false, startAt: new Date(now.getTime() + minuteMs) };
    const startAt = subject?.avoidsFullHours
      ? awayFromFullHour(subject.launchedAt, dice(campaignId))
      : now;
    return { limits, small: subject !== undefined && isSmall(subject), startAt };
  }

  /** Each gets its weight's part of the mails; what one cannot carry now is left to the next turn. */
  private async drawForRelays(
    tx: Tx,
    relays: readonly RelayState[],
    { wanted, small }: Wish,
    microBatch: number,
  ): Promise<(RelayGrant & { nextAt: Date })[]> {
    const weights = relays.reduce((sum, { weight }) => sum + weight, 0);
    const grants: (RelayGrant & { nextAt: Date })[] = [];
    for (const relay of [...relays].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const { name, weight, perSecond } = relay;
      if (perSecond === null) {
        grants.push({ ...unlimited(relay), nextAt: this.clock.now() });
        continue;
      }
      const part = Math.ceil((wanted * weight) / weights);
      const limit = { key: `relay:${name}`, perSecond };
      const wish = { wanted: lot(limit, part, microBatch), small };
      const { drawing, nextAt } = await this.draw(tx, limit, wish);
      grants.push({ name, weight, mails: drawing.granted, drawing, nextAt });
    }
    return grants;
  }

  private async draw(
    tx: Tx,
    { key, perSecond }: Limit,
    wish: Wish,
  ): Promise<{ drawing: Drawing; nextAt: Date }> {
    const rate = rateOf(perSecond);
    const { granted, nextAt } = await this.buckets.draw(tx, key, rate, wish);
    return { drawing: { key, rate, granted }, nextAt };
  }
}

const unlimited = ({ name, weight, breaker }: RelayState): RelayGrant => ({
  name,
  weight,
  mails: breaker.state === 'half-open' ? probes : Infinity,
});

const lot = ({ perSecond }: Limit, wanted: number, microBatch: number): number =>
  Math.min(wanted, Math.max(microBatch, Math.ceil(perSecond * share)));

/** A breaker that is half open lets the turn through that tries it. */
const mayCarry = ({ enabled, breaker }: RelayState, now: Date): boolean =>
  enabled && (breaker.state !== 'open' || (breaker.until !== null && breaker.until <= now));

/** From 0 to 1, the same for the same campaign; the end of its id is random. */
const dice = (campaignId: string): number => parseInt(campaignId.slice(-6), 16) / 0xffffff;

const latest = (a: Date, b: Date): Date => (a > b ? a : b);
const earliest = (dates: readonly Date[]): Date =>
  dates.reduce((first, date) => (date < first ? date : first));
