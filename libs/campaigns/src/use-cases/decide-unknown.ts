import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { LeaveUnknown, ResendUnknown, UnknownMails } from '#lib/delivery';
import type { UnknownAccount } from '#lib/delivery';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { CampaignsStore } from '../store/campaigns.store.js';

interface Decision {
  readonly tenantId: TenantId;
  readonly campaignId: string;
  readonly actor: Actor;
  readonly decision: 'send-again' | 'leave';
}

/** What becomes of mails of which nobody can say whether the relay took them: a person decides. */
@Injectable()
export class DecideUnknown {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsStore,
    private readonly unknown: UnknownMails,
    private readonly resend: ResendUnknown,
    private readonly leave: LeaveUnknown,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError campaign.not-found, delivery.no-mailing */
  read(tenantId: TenantId, campaignId: string): Promise<UnknownAccount> {
    return this.database.inTenant(tenantId, async (tx) => {
      await this.campaigns.get(tx, tenantId, campaignId);
      return this.unknown.read(tx, tenantId, campaignId);
    });
  }

  /**
   * Gives how many mails were decided about.
   * @throws BusinessError campaign.not-found, delivery.no-mailing, delivery.stopped
   */
  execute({ tenantId, campaignId, actor, decision }: Decision): Promise<number> {
    return this.database.inTenant(tenantId, async (tx) => {
      await this.campaigns.get(tx, tenantId, campaignId);
      const mails = await this.decide(tx, tenantId, campaignId, decision);
      if (mails > 0)
        await this.audit.record(tx, {
          tenantId,
          actor,
          action: decision === 'leave' ? 'unknown-mails.left' : 'unknown-mails.sent-again',
          subject: { kind: 'campaign', id: campaignId },
          details: { mails },
        });
      return mails;
    });
  }

  private decide(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    decision: Decision['decision'],
  ): Promise<number> {
    return decision === 'leave'
      ? this.leave.within(tx, tenantId, campaignId)
      : this.resend.within(tx, tenantId, campaignId);
  }
}
