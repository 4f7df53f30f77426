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

  /** False when the same was proposed and is open, or was within a week. The transaction must be the system's. */
  async within(tx: Tx, proposal: ProposedCase): Promise<boolean> {
    const openedAt = this.clock.now();
    const since = new Date(openedAt.getTime() - restMs);
    const { tenantId, detector, campaignId } = proposal;
    if (await this.cases.isProposed(tx, tenantId, { detector, campaignId, since })) return false;
    const id = newId(openedAt);
    const undecided = { inquiryId: null, outcome: null, reason: null, decidedAt: null };
    return this.cases.add(tx, { ...proposal, ...undecided, id, openedAt }, null);
  }
}
