import { Clock, jstDate, startOfJstDay, startOfJstMonth } from '#lib/kernel';
import type { TenantId, YearMonth } from '#lib/kernel';
import { HeadcountChanges } from '#lib/subscribers';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { beginPeak, closePeak, foldChange } from './domain/peak/peak.js';
import type { Peak, PeakFold } from './domain/peak/peak.js';
import { PeaksStore } from './store/peaks.store.js';

/** A change is written a moment after its instant; a month is closed only when none can be under way any more. */
const settlingMs = 300_000;

/** The instant from which a month can be closed. */
export const closableFrom = (month: YearMonth): Date =>
  new Date(startOfJstMonth(month.add({ months: 1 })).getTime() + settlingMs);

/** A peak, and whether it can still grow because the month goes on. */
export interface PeakSoFar extends Peak {
  readonly closed: boolean;
}

/** 最大メールアドレス数: closes months from the ledger, each once, and says how the present one stands. @clause W7.2 */
@Injectable()
export class Peaks {
  constructor(
    private readonly peaks: PeaksStore,
    private readonly ledger: HeadcountChanges,
    private readonly clock: Clock,
  ) {}

  /** The peak of a month; it is closed and kept when its time has come, and read ever after. */
  async of(tx: Tx, tenantId: TenantId, month: YearMonth): Promise<PeakSoFar> {
    const kept = await this.peaks.find(tx, tenantId, month);
    if (kept) return { ...kept, closed: true };
    const now = this.clock.now();
    const closed = now >= closableFrom(month);
    const peak = closePeak(await this.fold(tx, tenantId, month, now));
    if (closed) await this.peaks.insert(tx, tenantId, peak, now);
    return { ...peak, closed };
  }

  /** Up to the end of the month or of today; what a closed month handed on is taken up again. */
  private async fold(tx: Tx, tenantId: TenantId, month: YearMonth, now: Date): Promise<PeakFold> {
    const before = await this.peaks.find(tx, tenantId, month.subtract({ months: 1 }));
    const start = startOfJstMonth(month);
    const carryIn = before?.carryOut ?? (await this.ledger.before(tx, tenantId, start));
    const end = startOfJstMonth(month.add({ months: 1 }));
    let fold = beginPeak(month, carryIn);
    for await (const { micros, delta } of this.ledger.between(tx, tenantId, start, end))
      fold = foldChange(fold, { at: new Date(Math.floor(micros / 1000)), delta });
    return now < end
      ? { ...fold, end: startOfJstDay(jstDate(now).add({ days: 1 })).getTime() }
      : fold;
  }
}
