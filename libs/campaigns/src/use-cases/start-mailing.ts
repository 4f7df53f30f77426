import { DeliverySettings, LaunchMailing, SendingDomains } from '#lib/delivery';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { campaignLaunched } from '../campaigns.facts.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { VersionsStore } from '../store/versions.store.js';

/** Hands the frozen content over to delivery, which freezes the recipients now. */
@Injectable()
export class StartMailing {
  constructor(
    private readonly versions: VersionsStore,
    private readonly campaigns: CampaignsStore,
    private readonly settings: DeliverySettings,
    private readonly domains: SendingDomains,
    private readonly mailing: LaunchMailing,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Whether receivers can still tell that mails of the frozen content are the tenant's: its domain was proved when it
   * was planned, and that may be long ago.
   */
  async maySign(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    contentVersion: number,
  ): Promise<boolean> {
    const { content } = await this.versions.get(tx, tenantId, campaignId, contentVersion);
    const { fromAddress } = content.sender;
    const fromDomain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1).toLowerCase();
    const proof = await this.domains.authenticationOf(tx, tenantId, fromDomain);
    return proof !== 'unverified' && proof !== 'undeclared';
  }

  async within(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    contentVersion: number,
  ): Promise<void> {
    const frozen = await this.versions.get(tx, tenantId, campaignId, contentVersion);
    const { afterCrash, tracking } = await this.settings.get(tx, tenantId);
    const content = tracking ? frozen.content : { ...frozen.content, tracking };
    if (!tracking) await this.campaigns.writeUntracked(tx, tenantId, campaignId);
    await this.mailing.within(tx, { tenantId, campaignId, afterCrash, ...frozen, content });
    await this.outbox.tell(tx, campaignLaunched, { tenantId, campaignId });
  }
}
