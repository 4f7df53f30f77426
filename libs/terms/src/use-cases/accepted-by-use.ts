import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { AcceptTerms } from './accept-terms.js';

/** A request looks for versions that took effect no more often than this. */
const freshMs = 60_000;
const mostRemembered = 10_000;

/** Notes the first use after a version took effect, without a look at the database at each request. */
@Injectable()
export class AcceptedByUse {
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly accepting: AcceptTerms,
    private readonly clock: Clock,
  ) {}

  async execute(who: { readonly tenantId: TenantId; readonly memberId: string }): Promise<void> {
    const now = this.clock.now().getTime();
    const last = this.seen.get(who.memberId);
    if (last !== undefined && now >= last && now - last < freshMs) return;
    if (this.seen.size >= mostRemembered) this.seen.clear();
    this.seen.set(who.memberId, now);
    await this.accepting.byUse(who);
  }
}
