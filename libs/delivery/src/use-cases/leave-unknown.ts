import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { UnknownDecisions } from '../store/unknown-decisions.js';
import { UnknownMails } from './unknown-mails.js';

/** "Leave": the mails of unknown fate stay as they are, and nobody is asked about them again. */
@Injectable()
export class LeaveUnknown {
  constructor(
    private readonly unknown: UnknownMails,
    private readonly decisions: UnknownDecisions,
  ) {}

  /** Gives how many were decided about by this. @throws BusinessError delivery.no-mailing */
  async within(tx: Tx, tenantId: TenantId, campaignId: string): Promise<number> {
    const { count, undecided } = await this.unknown.read(tx, tenantId, campaignId);
    if (undecided > 0) await this.decisions.leave(tx, tenantId, campaignId, count);
    return undecided;
  }
}
