import { Clock, newId } from '#lib/kernel';
import type { ProhibitedAct, TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { AbuseCase } from '../domain/prohibited-acts.js';
import { CasesStore } from '../store/cases.store.js';

export interface ProposedCase {
  readonly tenantId: TenantId;
  readonly code: ProhibitedAct;
  readonly summary: string;
  readonly campaignId: string | null;
  readonly detector: string;
  readonly evidence: NonNullable<AbuseCase['evidence']>;
}

/** What was decided is not proposed again before people had time to act on it. */
const restMs = 7 * 86_400_000;

/** Opens a case on behalf of a detector, for operators to decide. @clause P4-2, W12A */
@Injectable()
export class ProposeCase {
  constructor(
    private readonly cases: CasesStore,
    private readonly clock: Clock,
  ) {}

  /** Gives its id; undefined when the same is open, or was proposed within a week. The transaction must be the system's. */
  async within(tx: Tx, proposal: ProposedCase): Promise<string | undefined> {
    const openedAt = this.clock.now();
    const since = new Date(openedAt.getTime() - restMs);
    const { tenantId, detector, campaignId } = proposal;
    if (await this.cases.isProposed(tx, tenantId, { detector, campaignId, since }))
      return undefined;
    const id = newId(openedAt);
    const undecided = { inquiryId: null, outcome: null, reason: null, decidedAt: null };
    const added = await this.cases.add(tx, { ...proposal, ...undecided, id, openedAt }, null);
    return added ? id : undefined;
  }
}
