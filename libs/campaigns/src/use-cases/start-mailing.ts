import { DeliverySettings, LaunchMailing } from '#lib/delivery';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { campaignLaunched } from '../campaigns.facts.js';
import { VersionsStore } from '../store/versions.store.js';

/** Hands the frozen content over to delivery, which freezes the recipients now. */
@Injectable()
export class StartMailing {
  constructor(
    private readonly versions: VersionsStore,
    private readonly settings: DeliverySettings,
    private readonly mailing: LaunchMailing,
    private readonly outbox: Outbox,
  ) {}

  async within(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    contentVersion: number,
  ): Promise<void> {
    const frozen = await this.versions.get(tx, tenantId, campaignId, contentVersion);
    const { afterCrash } = await this.settings.get(tx, tenantId);
    await this.mailing.within(tx, { tenantId, campaignId, afterCrash, ...frozen });
    await this.outbox.tell(tx, campaignLaunched, { tenantId, campaignId });
  }
}
