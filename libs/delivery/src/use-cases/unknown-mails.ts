import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { deliveryErrors } from '../delivery.errors.js';
import { Mailings } from '../store/mailings.js';
import { Tallies } from '../store/tallies.js';
import { UnknownDecisions } from '../store/unknown-decisions.js';
import type { UnknownReason } from '../store/unknown-decisions.js';

export interface UnknownAccount {
  /** Mails of which nobody can say whether the relay took them. */
  readonly count: number;
  /** Those that wait for somebody to decide. */
  readonly undecided: number;
  readonly reasons: readonly UnknownReason[];
}

/** What a mailing has of mails of unknown fate. */
@Injectable()
export class UnknownMails {
  constructor(
    private readonly mailings: Mailings,
    private readonly decisions: UnknownDecisions,
    private readonly tallies: Tallies,
  ) {}

  /** @throws BusinessError delivery.no-mailing */
  async read(tx: Tx, tenantId: TenantId, campaignId: string): Promise<UnknownAccount> {
    const mailing = await this.mailings.find(tx, tenantId, campaignId);
    if (!mailing) throw deliveryErrors.noMailing();
    const { counts } = await this.tallies.read(tx, tenantId, campaignId);
    if (counts.unknown === 0) return { count: 0, undecided: 0, reasons: [] };
    const reasons = await this.decisions.reasons(tx, tenantId, mailing);
    const count = reasons.reduce((sum, reason) => sum + reason.count, 0);
    const left = await this.decisions.left(tx, tenantId, campaignId);
    return { count, undecided: Math.max(0, count - left), reasons };
  }
}
